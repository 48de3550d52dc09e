"""What pages say: articles and pages as plain values, and the one syntax with which prose refers to the book. Knows no site generator."""
