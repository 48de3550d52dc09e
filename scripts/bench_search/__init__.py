"""The parts of `scripts/bench_search.py`: pages and questions, engines built and asked, tables printed."""
