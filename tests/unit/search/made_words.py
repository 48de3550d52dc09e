"""Words in five languages, in several forms, that middling help centres are made of; one of the languages has no stemmer here."""

# ruff: noqa: E501, SIM905  a list is a line
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tongue:
    """What sentences are made of: N, V and A stand in them for a noun, a verb, an adjective."""

    nouns: list[str]
    verbs: list[str]
    adjectives: list[str]
    sentences: list[str]
    titles: list[str]
    headings: list[str]
    amounts: list[str]
    synonyms: list[list[str]]


TONGUES = {
    "nl": Tongue(
        "abonnement afspraak afspraken bestelling bestellingen betaling betalingen beheerder beheerders bijlage categorie categorieën collega collega's contract contracten "
        "dienst dossier e-mailadres e-mailadressen factuur facturen foto's gebruiker gebruikers gegevens groep herinnering instelling instellingen kalender klant klanten koppeling "
        "levering licentie licenties licentieplek lijst locatie machtiging medewerker medewerkers melding meldingen offerte onderhoud opdracht opdrachten opdrachtgever overzicht "
        "planning planningsbord proefperiode rapport rapportage rechten rekening rol scherm sjabloon storing taak taken team teamleider tijdregistratie uurtarief vakantiedagen "
        "verbruik vestiging voorraad voorraadbeheer wachtwoord werkbon werkorder werkorders zoekopdracht reünie café idee ideeën één coöperatie".split(),
        "wijzigen wijzigt bestellen bestelt betalen betaalde verwijderen verwijderd koppelen gekoppeld plannen gepland toewijzen toegewezen versturen verstuurd ontvangen zoeken gezocht beëindigen geüpload".split(),
        "nieuwe oude eigen openstaande maandelijkse gedeelde dubbele tijdelijke verlopen ingevoerde automatische belangrijkste gratis afgeronde".split(),
        [
            "Een A N kun je V bij de N.", "De N van het team staat in het A N.", "Wie een N wil V, opent eerst het A N.", "Zo V je de A N en de N.",
            "Alleen een N met rechten mag de N V.", "Elke N krijgt een A N zodra de N is V.", "Zonder N is er geen A N.", "Het V van de N duurt niet lang.",
        ],
        ["N V", "Een A N V", "Wat is een N?", "N en N", "Hoe werkt de N?"],
        ["Een N V", "Waar staat de A N?", "Wat kost een N?", "N V zonder N"],
        ["€ 1.250,00", "€12,50", "12,5%", "0,50", "3.11.7", "NEN7510", "1.000.000", "24", "30"],
        [["factuur", "rekening", "nota van betaling"], ["medewerker", "collega", "teamlid"], ["wachtwoord", "geheime code", "inlogcode"]],
    ),
    "en": Tongue(
        "account accounts address addresses administrator administrators agreement appointment appointments attachment attachments backup calendar category categories colleague colleagues "
        "company contract contracts customer customers dashboard delivery deliveries device e-mail employee employees export folder group holiday holidays import invoice invoices licence "
        "licences list location locations message messages notification notifications office order orders overview owner page pages password passwords payment payments permission "
        "permissions photo photos plan planning planner price prices project projects quote quotes receipt refund refunds reminder report reports role schedule seat seats setting settings "
        "sign-in skill stock subscription supplier task tasks team template timesheet timesheets trial update user users warehouse workorder résumé café naïveté organisation".split(),
        "change changes changed order ordering pay paid paying delete deleted connect connected connecting plan planned assign assigned send sent receive find found finish finished can't don't invoiced".split(),
        "new old own outstanding monthly shared duplicate temporary expired automatic important free finished company's users' daily".split(),
        [
            "You can V a A N on the N page.", "The N of your team is in the A N.", "To V a N, open the A N first.", "This is how you V the A N and the N.",
            "Only a N with permission may V the N.", "Every N gets a A N once the N is V.", "Without a N there is no A N.", "It doesn't take long to V the N.",
        ],
        ["V a N", "V your A N", "What is a N?", "N and N", "How does the N work?"],
        ["V a N", "Where is the A N?", "What does a N cost?", "V without a N"],
        ["€1,250.00", "EUR 12.50", "12.5%", "0.50", "3.11.7", "ISO27001", "1,000,000", "24", "30"],
        [["invoice", "bill", "statement of account"], ["employee", "colleague", "team member"], ["password", "secret code", "sign-in"]],
    ),
    "de": Tongue(
        "Abonnement Adresse Adressen Anhang Anhänge Aufgabe Aufgaben Auftrag Aufträge Auftraggeber Benachrichtigung Benutzer Benutzerin Bericht Berichte Berechtigung Berechtigungen "
        "Bestellung Bestellungen Betrag Büro Datei Dateien Einstellung Einstellungen E-Mail-Adresse Erinnerung Ferientage Firma Formular Gerät Geräte Größe Gruppe Gruppen Gutschrift "
        "Kalender Kategorie Kennwort Kennwörter Kollege Kollegin Kunde Kunden Kundendienst Kündigung Lager Lagerbestand Lieferung Lieferungen Lizenz Lizenzen Maßnahme Maßnahmen "
        "Mitarbeiter Mitarbeiterin Nachricht Ordner Planung Planungstafel Platz Plätze Preis Preise Projekt Rechnung Rechnungen Rechnungsadresse Rolle Schlüssel Standort Straße "
        "Störung Stundenzettel Termin Termine Übersicht Urlaub Verbrauch Vertrag Verträge Vertragsende Vorlage Wartung Werkstatt Zahlung Zahlungen Zeiterfassung Zugang Zugänge".split(),
        "ändern ändert geändert bestellen bestellt bezahlen bezahlt löschen gelöscht verbinden verbunden planen geplant zuweisen zugewiesen senden gesendet erhalten suchen gefunden schließen kündigen".split(),
        "neue alte eigene offene monatliche gemeinsame doppelte vorübergehende abgelaufene automatische wichtigste kostenlose größere übrige".split(),
        [
            "Eine A N können Sie in der N V.", "Die N des Teams steht in der A N.", "Wer eine N V will, öffnet zuerst die A N.", "So V Sie die A N und die N.",
            "Nur eine N mit Berechtigung darf die N V.", "Jede N erhält eine A N, sobald die N V ist.", "Ohne N gibt es keine A N.", "Das V der N dauert nicht lange.",
        ],
        ["N V", "Eine A N V", "Was ist eine N?", "N und N", "Wie funktioniert die N?"],
        ["Eine N V", "Wo steht die A N?", "Was kostet eine N?", "N V ohne N"],
        ["1.250,00 €", "12,50 €", "12,5 %", "0,50", "3.11.7", "DIN5008", "1.000.000", "24", "30"],
        [["Rechnung", "Faktura", "Beleg über Zahlung"], ["Mitarbeiter", "Kollege", "Mitglied im Team"], ["Kennwort", "Passwort", "geheimer Schlüssel"]],
    ),
    "fr": Tongue(
        "abonnement abonnements adresse adresses accès administrateur affectation agence alerte annonce appareil autorisation bureau calendrier catégorie catégories client clients cliente "
        "collègue collègues commande commandes compte comptes congé congés contrat contrats courriel créneau dépôt devis dossier dossiers durée échéance élément éléments employé employée "
        "employés équipe équipes facture factures facturation fichier fournisseur groupe horaire identifiant intervention interventions journée lien licence licences liste livraison "
        "livraisons lundi maintenance mémo message messages modèle mot œuvre outil page paiement paiements panne paramètre paramètres planification planning prénom prix projet projets rappel "
        "rapport rapports réglage réglages remboursement rendez-vous réponse réseau réunion rôle sauvegarde semaine stock stocks tâche tâches tarif travailleur utilisateur utilisatrice véhicule".split(),
        "modifier modifie modifié modifiée commander commandé payer payée supprimer supprimés relier relié planifier planifiées attribuer attribué envoyer envoyés recevoir reçu chercher trouvé terminer résilier".split(),
        "nouvelle ancienne propre impayée mensuelle partagée double temporaire expirée automatique principale gratuite terminée générale".split(),
        [
            "Vous pouvez V une A N dans l’agence.", "La N de l'équipe se trouve dans la A N.", "Pour V une N, ouvrez d’abord la A N.", "C'est ainsi qu'on V la A N et la N.",
            "Seule une N autorisée peut V la N.", "Chaque N reçoit une A N dès que la N est V.", "Sans N, il n'y a pas de A N.", "Il ne faut pas longtemps pour V la N.",
        ],
        ["V une N", "V votre A N", "Qu’est-ce qu'une N ?", "N et N", "Comment fonctionne l'N ?"],
        ["V une N", "Où est la A N ?", "Combien coûte une N ?", "V sans N"],
        ["1 250,00 €", "12,50 €", "12,5 %", "0,50", "3.11.7", "ISO27001", "1.000.000", "24", "30"],
        [["facture", "note", "relevé de compte"], ["employé", "collègue", "membre de l'équipe"], ["identifiant", "code secret", "clé"]],
    ),
    "sv": Tongue(
        "abonnemang adress adresser anställd anställda användare användaren avtal behörighet beställning beställningar betalning betalningar bilaga bilagor kalender kategori kategorier "
        "kollega kollegor kund kunder kundtjänst larm leverans leveranser licens licenser lista lager lösenord lösenordet mall mallar meddelande möte möten månad offert ordning paus plats "
        "platser planering pris priser projekt påminnelse rapport rapporter roll schema semester service sida sidor sökning tid tidrapport tjänst tjänster uppdrag uppdraget uppgift uppgifter "
        "utrustning vecka verkstad vy ägare ändring ändringar ärende ärenden år översikt öppettider faktura fakturor fakturaadress färg båt fjäll e-post idé kafé".split(),
        "ändra ändras ändrade beställa beställt betala betalat radera raderad koppla kopplad planera planerad tilldela tilldelad skicka skickat söka hittat avsluta avslutat".split(),
        "nya gamla egna obetalda månatliga delade dubbla tillfälliga utgångna automatiska viktigaste gratis avslutade".split(),
        [
            "En A N kan du V på sidan för N.", "Teamets N finns i A N.", "Den som vill V en N öppnar först A N.", "Så här V du A N och N.",
            "Bara en N med behörighet får V N.", "Varje N får en A N när N är V.", "Utan N finns ingen A N.", "Det tar inte lång tid att V N.",
        ],
        ["V en N", "V din A N", "Vad är en N?", "N och N", "Hur fungerar N?"],
        ["V en N", "Var finns A N?", "Vad kostar en N?", "V utan N"],
        ["1 250,00 kr", "12,50 kr", "12,5 %", "0,50", "3.11.7", "ISO27001", "1.000.000", "24", "30"],
        [["faktura", "räkning", "krav på betalning"], ["kollega", "medarbetare", "en i teamet"]],
    ),
}  # fmt: skip

#: Names of things, each close to the others: what one mistake makes of a name may be any of them.
NAMES = "Lorant Lorand Loranta Lorang Lorank Lorent Lorint Floran Loram Torant Morant Marant Lorantis Lorantos".split()

#: Pages that are hard on a search in any language: title, text.
ODD = [
    ("Same title", "The first of three pages with one title: aardvark."),
    ("Same title", "The second of three pages with one title: badger."),
    ("Same title", ""),
    ("<script>alert('x')</script> & <b>bold</b> &amp; \"quoted\"", "a < b > c &lt; `code` {{ slot }} <img src=x onerror=alert(1)>"),
    ("東京都の請求書", "請求書は三十日以内に届きます。パスワードを変更する。カタカナ ｶﾀｶﾅ 한국어 문서 中文文件"),
    ("مرحبا بالعالم", "الفاتورة خلال 30 يوما ١٢٣ \u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd mixed left and right"),
    (
        "👍🏽 Emoji 🎉🎉",
        "One 👨‍👩‍👧 family, a ❤️ heart, flags 🇳🇱🇧🇪, and 𝐁𝐨𝐥𝐝 𝒽𝓊𝒷 letters beyond the first plane 𠮷野家 𐌰𐌱𐌲 𐐨𐐩 𠀀 﨎 﨏 﨑 ﬡab",
    ),
    (
        "Cafe\u0301 and Café, STRASSE, Straße, ﬁn, Ǆ, İstanbul, ΣΊΣΥΦΟΣ",
        "e\u0301le\u0301ment élément ELEMENT œuvre oeuvre Ångström l’été d'hiver qu'on rock'n'roll O'Neill",
    ),
    (
        "Up-to-date e-mail well-known state-of-the-art",
        "a-b-c-d-e pre-2020 co-op x-ray re-enter twenty-four 24-7 e-mail-to-invoice one--two -three- four–five foto's-map 2.5-inch aujourd'hui-x e-l'un ٣-٤ é-𝐀",
    ),
    (
        "Versions 3.11.7 and 1.250",
        "12,50 12.5 12.50 1.250,00 1,250.00 1250 99,99% 0,5 007 2026-11-23 23/11/2026 10:30 +31 20 123 45 67 IPv6 3dprinter 4sale ::1 192.168.0.1 1e9 ½ m² x² 1\u202f250,00 12\u00a0345 5\u202f1000 0,500 12,50EUR 2.5GB ｶﾀｶﾞﾅ カタカナ",
    ),
    ("__proto__", "constructor toString hasOwnProperty valueOf __defineGetter__ undefined null NaN"),
    ("?!", "… — – · • ™ ® © § ¶"),
    ("", "A page without a title tells about pangolins."),
    ("x" * 90, f"{'y' * 200} {'z' * 64} {'z' * 65} soft\u00adhyphen zero\u200cwidth\u200djoiner non\u00a0breaking"),
]
