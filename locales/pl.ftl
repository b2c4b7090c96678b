### Polish.
### Read by a native reader: no.
### What stands in braces is put in by Handbill. The comment over each message says what it is for.

## Web pages

# What an old address says.
web-moved = Ta strona została przeniesiona
# The link over the header.
web-skip = Przejdź do głównej treści
# What stands before the phone number.
web-talk = Porozmawiaj z nami
# The main navigation's name.
web-main = Menu główne
# Asks whether something on a page is wrong; whom to call comes after it.
web-wrong = Czy coś na tej stronie jest błędne, nieaktualne lub trudne w użyciu?
# The list of pages by title.
web-a-to-z = Od A do Ż
# What that list is.
web-a-to-z-summary = Wszystkie strony i ulotki według tytułu.
# The name of its letters.
web-letters = Litery
# The link to the search, and the name of its field.
web-search = Szukaj
# What readers do there, and what becomes of what they type.
web-search-summary = Wpisz co najmniej trzy litery szukanego słowa. To, co wpisujesz, nie jest nikomu wysyłane i znika, gdy opuścisz tę stronę.
# What readers without a script are told there, before a link to the list by title.
web-search-without = Wyszukiwanie wymaga JavaScriptu. Bez niego wszystkie strony i ulotki znajdziesz tutaj:
# The name of the list of what was found.
web-search-results = Znalezione strony
# Before how many pages were found.
web-search-found = Znalezione strony:
# Before how many pages were found that have not all of the words.
web-search-some = Żadna strona nie zawiera wszystkich tych słów. Strony z niektórymi z nich:
# Says that nothing was found.
web-search-none = Nic nie znaleziono. Spróbuj innego słowa albo zajrzyj do listy od A do Ż.
# Shows more of what was found.
web-search-more = Pokaż więcej
# Says that the search does not work.
web-search-failed = Wyszukiwanie w tej chwili nie działa. Zajrzyj do listy od A do Ż.
# The name of the pages of a long list.
web-parts = Strony tej listy
# The first of them, where the others are by year.
web-part-newest = Najnowsze
# Leads to the page before.
web-part-before = Poprzednia strona
# Leads to the page after.
web-part-after = Następna strona
# Over the parts of a guide.
web-guide = W tym przewodniku
# Over links to pages that say more.
web-related = Powiązane strony
# Leads to the feed of a list: a file for programs that tell of new pages.
web-feed = Śledź tę listę w czytniku wiadomości (kanał)
# The name of what every page must say for a time.
web-alerts = Ważne komunikaty
# What an alert of an emergency is called.
web-alert-emergency = Nagły wypadek
# Opens the navigation on small screens.
web-menu = Menu
# The home page's name.
web-home = Strona główna
# The breadcrumbs' name.
web-crumbs = Ścieżka strony
# The list of translations' name.
web-translations = Ta strona w innych językach
# The leaflets' name in the navigation.
web-leaflets = Ulotki
# What the leaflets are for.
web-leaflets-summary = Wydrukuj je, złóż i zostaw tam, gdzie ludzie czekają.
# The exit control, where the site says nothing of its own.
web-leave = Opuść tę stronę
# The exit region's name.
web-leave-region = Szybkie wyjście
# What else leaves the site.
web-leave-hint = lub naciśnij Shift 3 razy
# After the first press.
web-leave-two = Naciśnij Shift jeszcze 2 razy, aby opuścić tę stronę.
# After the second press.
web-leave-one = Naciśnij Shift jeszcze raz, aby opuścić tę stronę.
# The list of headings.
web-contents = Na tej stronie
# The list of formats.
web-paper = W innym formacie
# The cards of the home page.
web-ways-in = Czego potrzebujesz?
# The pages below a section that says much itself.
web-below = Więcej w tym dziale
# Before a number to ring.
web-call = Zadzwoń pod numer
# After the number.
web-or-write = lub napisz do nas.
# After the number, before an address.
web-or-write-to = lub napisz na adres:
# Before the list of formats in the text.
web-take = Możesz zabrać tę stronę ze sobą:
# Before the day of publication.
web-published = Opublikowano
# Before the day of the last change.
web-changed = Ostatnia zmiana:
# Before the day of the next review.
web-review = Sprawdzimy tę stronę ponownie do
# Before the owner.
web-owner = Za tę stronę odpowiada:
# The history of changes.
web-history = Co się zmieniło
# The footer's navigation.
web-about = O tej stronie internetowej
# Before the publisher.
web-publisher = Wydawca:
# Before the page's address, on paper.
web-address = Adres tej strony:
# The list of notes.
web-notes = Przypisy i źródła
# Before where a figure comes from.
web-source = Źródło:
# Before the people a figure was counted from.
web-base = Podstawa:
# Before the place of a figure.
web-place = Miejsce:
# Before the day on which a figure was compared with its source.
web-checked = Sprawdzono
# Before a textphone number.
web-textphone = Telefon tekstowy:
# Before an email address.
web-email = E-mail:
# Before a postal address.
web-write-to = Napisz na adres:
# A task that is done.
web-done = Zrobione:
# A task that is not.
web-to-do = Do zrobienia:
# A table without a caption.
web-table = Tabela
# The page of recommendations that are not finished.
web-recommendations = Otwarte zalecenia
# What that page is for.
web-recommendations-summary = Co zalecono w raportach i co nie jest jeszcze ukończone. Najnowsza zmiana jest na początku.
# All that it says where every one is finished.
web-recommendations-done = Nic nie jest otwarte. Każde zalecenie wykonano albo nie zostało przyjęte.
# The list of the reports that they come from.
web-reports = Raporty
# One recommendation, before its number or letter.
web-recommendation = Zalecenie
# Before the report that a recommendation is from.
web-from-report = Z raportu:
# A leaflet's words as plain text.
web-plain-text = Zwykły tekst
# The words as a Word document.
web-word = Dokument Word
# The words as a book for reading programs.
web-epub = Książka EPUB
# What readers with disabilities can rely on in such a book.
web-epub-summary = Nagłówki, listy i tabele są oznaczone jako takie. Ilustracje, które coś znaczą, są opisane. Można wybrać czcionkę, jej rozmiar i kolory.
# The main parts of such a book.
web-landmarks = Główne części
# The list of the pages of print, in a book.
web-page-list = Strony wydania drukowanego
# Of a file that a machine made, and the first words in it.
web-unread = Wykonane maszynowo, jeszcze nieprzeczytane przez człowieka.
# The list of where links lead, at the end of plain text.
web-links = Odnośniki
# A film.
web-film = Film
# The list of files for programs.
web-data = Daty i dane
# Before the list of a page's topics, and the list of all topics.
web-topics = Tematy
# What the list of all topics is.
web-topics-summary = O czym są nasze strony. Wybierz temat, aby zobaczyć wszystko, co o nim piszemy.
# The list of what changes next.
web-changes = Co się teraz zmieni
# What it is.
web-changes-summary = Dni, w których coś się otwiera, zamyka lub kończy, od najbliższego.
# Where nothing will change by itself.
web-no-changes = Nic na tej stronie internetowej nie otworzy się, nie zamknie ani nie skończy samo.
# A page that will be taken away.
web-goes = Zostanie usunięte
# After the name of a film that is signed.
web-in-sign-language = w brytyjskim języku migowym
# The link to a film as a file.
web-download-film = Pobierz film
# The same where it is signed.
web-download-signed = Pobierz film w brytyjskim języku migowym
# The page for wrong addresses.
web-not-found = Nie znaleziono strony
# What it says first.
web-not-found-summary = Tej strony tu nie ma. Mogła zostać przeniesiona albo w adresie jest błąd.
# What readers can do then.
web-not-found-help = Jeśli adres został wpisany ręcznie, sprawdź go jeszcze raz. Jeśli prowadził tu link z tej strony internetowej, powiedz nam o tym, a naprawimy go.
# The link to the home page.
web-go-home = Przejdź do strony głównej
# The page of leaflets.
web-leaflets-title = Ulotki do druku
# What that page says first.
web-leaflets-page-summary = Wydrukuj je, złóż i zostaw tam, gdzie ludzie czekają.
# Where there are none.
web-leaflets-none = Nie ma jeszcze ulotek.
# What stands over a slip that is filled in on paper.
web-form-on-paper = Ten formularz jest na papierze. Wydrukuj go albo zadzwoń, a wypełnimy go razem.
# The links to the lists of leaflets by place.
web-leaflet-places = Dla kogo drukujesz?
# What the list of one place says first.
web-leaflets-for-summary = Wydrukuj je lub poproś nas o kopie i zostaw tam, gdzie ludzie czekają.
# That a leaflet needs no colour.
web-leaflet-grey = Dobrze się czyta także w czerni i bieli.
# The link to the file for office printers.
web-print-one = Wydrukuj jedną
# The link from a leaflet in a list to the page with all its files, and how to print and fold it.
web-leaflet-all = Wszystkie pliki, drukowanie i składanie
# The heading over pictures of the rest of a leaflet.
web-leaflet-views = Pozostałe strony na obrazkach
# The link to all that a place prints, in one file.
web-get-pack = Pobierz pakiet
# What is in that file.
web-pack-holds = W pakiecie są wszystkie ulotki i plakaty dla ciebie, duży druk, notatka dla pracowników oraz instrukcja drukowania i składania.

## Words that something is put into

# The way back from a note.
sentence-back-to-note = Wróć do przypisu { $number } w tekście
# How many recommendations there are, and how many of them are open.
sentence-of-which-open = Zalecenia: { $all }. Wciąż otwarte: { $open }.
# Which page of a long list or guide this is. `$number`, `$count`.
sentence-list-part = Strona { $number } z { $count }
# The title of the page of a long list that is of one year. `$title`, `$year`.
sentence-list-of-year = { $title }, { $year }
# How many pages a topic has.
sentence-topic-count = { $count ->
    [one] { $count } strona
    [few] { $count } strony
    [many] { $count } stron
   *[other] { $count } strony
}
# What the page of a topic is.
sentence-topic-summary = Wszystko, co piszemy na temat: { $topic }. Najpierw to, w czym możesz wziąć udział.
# What the mark of a note is called.
sentence-note = Przypis { $number }
# What comes with a film.
sentence-film-with =
    { $with ->
        [captions-text] z napisami i z tekstem wypowiedzi
        [text-sign] z tekstem wypowiedzi i w brytyjskim języku migowym
        [captions-text-sign] z napisami, z tekstem wypowiedzi i w brytyjskim języku migowym
       *[text] z tekstem wypowiedzi
    }
# How many pages a file has.
sentence-page-count =
    { $count ->
        [one] { $count } strona
        [few] { $count } strony
        [many] { $count } stron
       *[other] { $count } strony
    }
# How many volumes those pages come in.
sentence-volume-count =
    { $count ->
        [one] { $count } tom
        [few] { $count } tomy
        [many] { $count } tomów
       *[other] { $count } tomu
    }
# The language of a file.
sentence-in-language = język: { $language }
# Which edition of a leaflet this is, and when it is looked at again.
sentence-leaflet-edition = { $reference }, wydanie { $edition }, { $issued }. Ponowne sprawdzenie: { $review }.
# The title of the list of leaflets of one place.
sentence-leaflets-for = Ulotki: { $place }
# What the picture of a leaflet shows.
sentence-leaflet-front = Przód „{ $title }”
# What a picture of another side of it shows.
sentence-leaflet-side = Strona arkusza { $number } z „{ $title }”
# What a picture of two pages of a booklet shows.
sentence-leaflet-spread = Strony { $first } i { $second } z „{ $title }”
# What the picture of a booklet’s back shows.
sentence-leaflet-back = Tył „{ $title }”
# What paper one copy takes.
sentence-leaflet-paper =
    { $sheets ->
        [one] Jedna kopia to jedna kartka papieru { $paper }.
        [few] Jedna kopia to { $sheets } kartki papieru { $paper }.
        [many] Jedna kopia to { $sheets } kartek papieru { $paper }.
       *[other] Jedna kopia to { $sheets } kartki papieru { $paper }.
    }
# How to get copies of a leaflet; the number is a link.
sentence-leaflet-copies = Każdą ulotkę wolno kopiować. Aby otrzymać egzemplarze pocztą, zadzwoń pod numer { $phone }.
# A time with both its ends.
sentence-period = od { $from } do { $to }
# A time without an end.
sentence-period-from = od { $from }
# A time without a beginning.
sentence-period-until = do { $to }
# What a recommendation is called.
sentence-recommendation = Zalecenie { $id }
# A time of day. `$at` is `midday`, `am`, `pm`, or at a whole hour `hour-am`, `hour-pm`; `$hour` goes from 1 to 12, `$hour24` from 0 to 23; `$minute` has two digits.
sentence-time = { $hour24 }:{ $minute }
# A time of a day.
sentence-moment = { $day }, godz. { $time }
# How long a film is.
sentence-hours =
    { $count ->
        [one] { $count } godzina
        [few] { $count } godziny
        [many] { $count } godzin
       *[other] { $count } godziny
    }
# How long a film is.
sentence-minutes =
    { $count ->
        [one] { $count } minuta
        [few] { $count } minuty
        [many] { $count } minut
       *[other] { $count } minuty
    }
# How long a film is.
sentence-seconds =
    { $count ->
        [one] { $count } sekunda
        [few] { $count } sekundy
        [many] { $count } sekund
       *[other] { $count } sekundy
    }
# The size of a file.
sentence-kilobytes = { $size } KB
# The size of a file.
sentence-megabytes = { $size } MB
# A sum of money.
sentence-money = { $sum } £
# A sum of money.
sentence-money-million = { $sum } mln £
# A share.
sentence-percent = { $number }%
# Who publishes it. `$name`.
sentence-audio-by = Wydawca: { $name }.
sentence-web-behind = Oryginał tej strony zmieniono { $date }. Ta strona może jeszcze tego nie uwzględniać.
# The day of its last change. `$date`.
sentence-audio-changed = Ostatnia zmiana: { $date }.
# How long it takes. `$count`: minutes.
sentence-audio-minutes =
    Czas trwania: około { $count ->
        [one] { $count } minuty
       *[other] { $count } minut
    }.
# How many parts it has; there are two or more. `$count`.
sentence-audio-parts = Liczba części: { $count }.
# Which part this is. `$number`, `$count`.
sentence-audio-part = Część { $number } z { $count }:
# A note, where it belongs and where it is read. `$number`.
sentence-audio-note = przypis { $number }
# Before a table. `$rows`, `$columns`.
sentence-audio-table = Tabela. Wiersze: { $rows }. Kolumny: { $columns }.
# Before a row of it. `$number`.
sentence-audio-row = Wiersz { $number }.
# The last words. `$title`.
sentence-audio-end = Koniec: „{ $title }”.
# The foot of a page on paper.
sentence-print-page = Strona { $number } z { $count }
# Where a page of the printed edition starts, in a book.
sentence-print-page-starts = Strona wydania drukowanego { $number }
# After a link within a document on paper.
sentence-print-on-page = (strona { $number })
# On the cover and the pages of a long document in large print.
sentence-print-volume = Tom { $number } z { $count }
# Before the list of other pages of the site that a document leads to.
sentence-print-further = Te litery w nawiasach znajdują się w tekście. Jeśli nie korzystasz z internetu, zadzwoń pod numer { $phone } i powiedz nam, co chcesz przeczytać.
# In that list: the leaflet that leads to the page too.
sentence-print-further-leaflet = Na papierze: ulotka { $reference }.
# The same, where it is in another language than the document.
sentence-print-further-foreign = Na papierze: ulotka { $reference } ({ $language }).
# Asks whether a reader of a page wants it otherwise; `$forms` is a list with “or” of the forms that are not there.
sentence-web-ask = Potrzebujesz tego { $forms }?
# How to get other formats; `$ways` is a list with “or” of the three below.
sentence-print-ask = Aby otrzymać ten tekst { $forms }, { $ways }.
# What a QR code is, for readers who cannot see it.
sentence-print-code = Kod QR: otwiera { $address }
# After the address beside a QR code.
sentence-print-or-call = Albo zadzwoń: { $phone }.
# One way.
sentence-print-call = zadzwoń pod numer { $phone }
# One way.
sentence-print-email = napisz na adres e-mail { $email }
# One way.
sentence-print-write = napisz na adres { $address }
# When a page was published.
sentence-print-published = Opublikowano { $day }
# When it was last changed; it may stand inside a sentence.
sentence-print-changed = ostatnia zmiana: { $day }
# When somebody looks at it again.
sentence-print-review = Sprawdzimy to ponownie do { $day }
# Which edition of a leaflet this is.
sentence-print-edition = { $reference }, wydanie { $edition }. Wydano: { $issued }. Ponowne sprawdzenie: { $review }.
# Which edition of a leaflet this is, on a card or a strip.
sentence-print-edition-short = { $reference }, wydanie { $edition }, { $issued }
# The heading of a letter that asks for copies of a leaflet back.
sentence-recall-stop = Prosimy nie rozdawać już: { $leaflet }
# In that letter: what somebody has.
sentence-recall-copies =
    { $count ->
        [one] { $count } egzemplarz
        [few] { $count } egzemplarze
        [many] { $count } egzemplarzy
       *[other] { $count } egzemplarza
    }, wydanie { $edition }, { $language }, data wysłania: { $day }
# In that letter: two things beside each other, such as “RJ-01, Restorative justice” or “The office, telephone”.
sentence-recall-of = { $name }, { $detail }
# In that letter: what was so, and what is so now.
sentence-recall-was = { $what }. Było: { $then }. Jest: { $now }.
# In that letter: what was so, and no longer is.
sentence-recall-gone = { $what }. Było: { $then }. Nowego nie ma.
# In that letter: what is new.
sentence-recall-new = { $what }. To jest nowe: { $now }.
# In that letter: the words under a heading have changed.
sentence-recall-panel = Tekst pod nagłówkiem „{ $heading }” się zmienił.
# In that letter: the words of a part without a heading have changed.
sentence-recall-part = Tekst w części { $number } się zmienił.
# In that letter: there is a newer edition.
sentence-recall-edition = Ukazało się wydanie { $edition }.
# In that letter: where the new leaflet is.
sentence-recall-get = Nową ulotkę można wydrukować z { $address } albo poprosić nas o egzemplarze.
# In that letter: how to ask; `$ways` is a list with “or”, as below another message.
sentence-recall-question = W razie pytań { $ways }.
# At the foot of such a letter of more than one page.
sentence-recall-page = { $holder }: strona { $number } z { $count }
# The title of a sheet of address labels.
sentence-recall-labels = Etykiety adresowe, { $reference }
# The title of how to print and fold a leaflet.
sentence-how-to-fold = Jak wydrukować i złożyć „{ $title }”
# The title of how to print a leaflet that is not folded.
sentence-how-to-print = Jak wydrukować „{ $title }”
# A step of folding. Panels are numbered in the picture beside it.
sentence-fold-first = Obróć ją tak, aby widzieć panele { $panels }. Złóż panel { $panel } na panel { $onto }.
# The same, where the panel goes behind.
sentence-fold-back = Obróć ją tak, aby widzieć panele { $panels }. Złóż panel { $panel } do tyłu, za panel { $onto }.
# The next step of folding.
sentence-fold-last = Złóż też panel { $panel }.
# A step of folding: once, in the middle.
sentence-fold-half = Obróć ją tak, aby widzieć panele { $panels }. Złóż ją na środku.
# How to know that it is folded as it should be.
sentence-fold-done = Jest dobrze, gdy panel { $front } jest z przodu.
# What a drawing shows, for readers who do not see it.
sentence-seen-sides = Rysunek: na jednej stronie kartki są panele { $one }, na drugiej { $other }.
# The same, of one side.
sentence-seen-side = Rysunek: na kartce są panele { $panels }.
# The same, of copies to cut apart.
sentence-seen-copies = Rysunek: liczba egzemplarzy na jednej kartce: { $count }, między nimi linie przerywane.
# The same, of a sheet that is being folded.
sentence-seen-lifted = Rysunek: panele { $panels } od lewej do prawej. Panel { $panel } jest podniesiony wzdłuż linii przerywanej.
# The same, of the folded sheet.
sentence-seen-folded = Rysunek: złożona kartka, na wierzchu panel { $front }.

## Kinds of page

kind-more = Więcej na ten temat
kind-begins = Początek
kind-ends = Koniec
kind-place = Gdzie
kind-access = Dostępność
kind-cost = Koszt
kind-booking = Jak się zapisać
kind-apply-by = Złóż wniosek do
kind-applied-by = Zamknięto
kind-opened = Otwarto
kind-sent-on = Wnioski przekazano do
kind-applications-open = Wnioski można składać od
kind-sent-on-by = Przekażemy wnioski do
kind-total = Łączna kwota
kind-minimum = Najmniejsza dotacja
kind-maximum = Największa dotacja
kind-eligible = Kto może złożyć wniosek
kind-not-eligible = Kto nie może złożyć wniosku
kind-documents = Dokumenty
kind-awards = Kto otrzymał pieniądze
kind-awards-caption = Przyznane przez nas dotacje
kind-recipient = Kto
kind-purpose = Na co
kind-amount = Kwota
kind-decided = Data decyzji
kind-opens = Otwarcie
kind-closes = Odpowiedz do
kind-how-to-answer = Jak odpowiedzieć
kind-online = Przez internet
kind-form = Wypełnij nasz formularz
kind-email = E-mailem
kind-phone = Telefonicznie
kind-post = Pocztą
kind-in-person = Osobiście
kind-outcome = Co z tego wynikło
kind-answered = Liczba odpowiedzi
kind-asked = O co pytaliśmy
kind-said = Co nam powiedziano
kind-did = Co zrobiliśmy
kind-not-legal = Ta strona nie jest ogłoszeniem prawnym
kind-not-legal-text = Wyjaśnia ogłoszenie prostym językiem. Jeśli teksty się różnią, obowiązuje ogłoszenie prawne.
kind-read-legal = Przeczytaj ogłoszenie prawne
kind-engagement-by = Porozmawiaj z nami do
kind-engagement-closed = Rozmowy z nami zakończono
kind-engagement-opened = Rozmowy z nami rozpoczęto
kind-bids-closed = Termin składania ofert minął
kind-engagement-opens = Można z nami rozmawiać od
kind-bids-by = Oferty do
kind-tender-published = Przetarg ogłoszono
kind-tender-planned = Planowany termin przetargu
kind-contract-start = Początek umowy
kind-contract-end = Koniec umowy
kind-without-vat = Wartość bez VAT
kind-with-vat = Wartość z VAT
kind-reference = Numer
kind-ocid = Identyfikator Open Contracting
kind-notice-type = Rodzaj ogłoszenia
kind-law = Prawo
kind-pcr2015 = Przepisy o zamówieniach publicznych z 2015 r. (Public Contracts Regulations 2015)
kind-pa2023 = Ustawa o zamówieniach z 2023 r. (Procurement Act 2023)
kind-buyer = Zamawiający
kind-cpv = Co jest kupowane, z kodem
kind-links = Linki
kind-replaced = Jest nowsza wersja
kind-replaced-text = Przeczytaj zamiast tego:
kind-replaces = Zastępuje
kind-replaced-by = Zastąpione przez
kind-aims = Co chcemy osiągnąć
kind-period = Kiedy obowiązuje
kind-paper-copy = Otrzymaj to na papierze
kind-paper-copy-call = Poproś nas o egzemplarz na papierze. Zadzwoń pod numer
kind-paper-copy-write = Możesz też do nas napisać:
kind-details-changed = Zmieniliśmy niektóre szczegóły, aby nikogo nie można było rozpoznać.
kind-notes = Uwagi dla redakcji
kind-journalists = Dla dziennikarzy
kind-meeting = Posiedzenie
kind-submitted-by = Przedstawia
kind-progress = Na jakim etapie jest każde zalecenie
kind-progress-caption = Zalecenia i ich etapy
kind-recommendation = Zalecenie
kind-where-it-is = Etap
kind-last-change = Ostatnia zmiana
kind-all-open = Zobacz wszystkie zalecenia, które są wciąż otwarte
kind-answer = Odpowiedź
kind-what-happened = Co się wydarzyło
kind-full-version = Przeczytaj pełną wersję:
kind-signed-version = W brytyjskim języku migowym
kind-signed-by = Tłumaczenie na język migowy:
kind-transcript = Zapis tekstowy
kind-read-transcript = Przeczytaj, co słychać i widać w filmie:
kind-tested-by = Tekst wypróbowali:
kind-notice-uk1 = Ogłoszenie o planach zakupów
kind-notice-uk2 = Ogłoszenie o wstępnych rozmowach z rynkiem
kind-notice-uk3 = Ogłoszenie o planowanym zamówieniu
kind-notice-uk4 = Ogłoszenie o przetargu
kind-notice-uk5 = Ogłoszenie dotyczące przejrzystości
kind-notice-uk6 = Ogłoszenie o udzieleniu zamówienia
kind-notice-uk7 = Ogłoszenie o szczegółach umowy
kind-notice-pin = Wstępne ogłoszenie informacyjne

## Paper

print-form-large-print = w dużym druku
print-form-braille = alfabetem Braille’a
print-form-easy-read = w wersji łatwej do czytania
print-form-audio = jako nagranie
print-form-language = w innym języku
# Beside a QR code, before the address that it opens.
print-scan = Skieruj aparat telefonu na kwadrat albo wpisz:
# In a pack: what is in it.
print-pack-contents = Co jest w tym pakiecie
# In a pack: how to print and fold.
print-pack-how = Jak drukować i składać
# In a pack: that nothing is made larger or smaller.
print-pack-scale = Drukuj w rzeczywistym rozmiarze, czyli 100%. Wyłącz „dopasuj do strony”.
# In a pack: print on one side.
print-pack-one-side = Drukuj jednostronnie.
# In a pack: print on both sides, turned on the short edge.
print-pack-short-edge = Drukuj dwustronnie, z obrotem wzdłuż krótszej krawędzi.
# In a pack: print on both sides, turned on the long edge.
print-pack-long-edge = Drukuj dwustronnie, z obrotem wzdłuż dłuższej krawędzi.
# In a pack: cut.
print-pack-cut = Potnij wzdłuż linii.
# In a pack: fold.
print-pack-fold = Złóż wzdłuż małych znaków na brzegu papieru.
# In a pack: fold and staple.
print-pack-staple = Otwórz broszurę i zszyj ją dwa razy na zgięciu, od zewnątrz.
# In a pack: fold a booklet.
print-pack-middle = Włóż kartki jedna w drugą i złóż je na środku.
# In a pack: a strip to tear off.
print-pack-tear = Natnij między paskami. Oderwij jeden, żeby nikt nie musiał być pierwszy.
# What a drawing shows, for readers who do not see it.
print-seen-tabs = Rysunek: plakat z naciętymi paskami. Jeden jest oderwany.
# The same, of a booklet.
print-seen-staples = Rysunek: otwarta broszura z dwiema zszywkami na zgięciu.
# Before the list of what stands on each panel.
print-fold-panels = Panele:
# In a pack: the note for staff.
print-pack-staff = Notatka dla pracowników
# In a pack: offer a leaflet privately.
print-pack-private = Daj ulotkę, kiedy nikt inny nie widzi ani nie słyszy.
# In a pack: ask whether it is safe to take.
print-pack-safe = Najpierw zapytaj: „Czy możesz ją bezpiecznie zabrać?” Ktoś w domu może ją znaleźć.
# In a pack: what to do where it is not.
print-pack-instead = Jeśli nie jest to bezpieczne, można zapamiętać numer albo zadzwonić do nas stąd.
# In a letter that asks for copies of a leaflet back.
print-recall-thanks = Mają Państwo od nas egzemplarze tej ulotki. Dziękujemy za przekazywanie jej ludziom.
# A heading in that letter.
print-recall-have = Co Państwo mają
# A heading in that letter.
print-recall-wrong = Co się zmieniło
# A heading in that letter.
print-recall-do = Co zrobić
# A step in that letter.
print-recall-stop = Od dziś prosimy nie rozdawać tych egzemplarzy.
# A step in that letter.
print-recall-clear = Prosimy zdjąć je z półek, stojaków i biurek i oddać na makulaturę.
# A step in that letter, where the copies tell a story that may not be told.
print-recall-destroy = Prosimy zdjąć je z półek, stojaków i biurek. Prosimy je podrzeć albo odesłać do nas, żeby nikt nie mógł ich przeczytać.
# A step in that letter.
print-recall-tell = Prosimy dać nam znać, kiedy to będzie zrobione i ile egzemplarzy zostało.
# In that letter: the leaflet is not made any more.
print-recall-none = Nie wydajemy już tej ulotki. Prosimy zapytać nas, co przekazywać zamiast niej.
# In that letter: the pictures on the leaflet have changed.
print-recall-pictures = Są w niej teraz inne zdjęcia.
# In that letter: the copies tell a story that may not be told.
print-recall-story = Jest w niej historia, której nie wolno nam już opowiadać.
# In that letter: what has changed.
print-detail-figure = Liczba
# In that letter: what has changed.
print-detail-statement = Zdanie o liczbie
# In that letter, after a contact’s name.
print-detail-name = nazwa
# In that letter, after a contact’s name.
print-detail-title = nagłówek
# In that letter, after a contact’s name.
print-detail-phone = telefon
# In that letter, after a contact’s name.
print-detail-textphone = telefon tekstowy
# In that letter, after a contact’s name.
print-detail-email = e-mail
# In that letter, after a contact’s name.
print-detail-hours = godziny
# In that letter, after a contact’s name.
print-detail-address = adres
# In that letter, after a contact’s name.
print-detail-note = informacja dla dzwoniących
# The heading over footnotes.
print-notes = Przypisy
# The heading over the sources of figures.
print-sources = Skąd pochodzą liczby
# The heading over footnotes and the sources of figures.
print-notes-and-sources = Przypisy i źródła
# The heading over the list of contents of a document on paper.
print-contents = Spis treści
# The heading over the list of other pages of the site that a document leads to.
print-further = Gdzie przeczytać więcej
# What stands before the source of the figures of a panel.
print-source = Źródło:
# The invitation on the cover of large print.
print-another = Poproś nas o ten tekst w innym rozmiarze, formacie lub języku.
# On a leaflet in another language, to readers of this one.
print-also-in-this = Ta ulotka jest też po polsku: zapytaj nas.
# What stands before a page's address.
print-web = W internecie:
# What stands before a film's title.
print-film = Film:
# What stands before the address at which a film can be watched.
print-watch = Obejrzyj w internecie:
# What stands before the address of what is said in a film.
print-transcript = Przeczytaj, co jest mówione:
# What stands before a textphone number.
print-textphone = Telefon tekstowy:
# What stands before an email address.
print-mail = E-mail:
# What stands over a phone number.
print-call-us = Zadzwoń do nas
# Clear print.
print-clear = Wyraźny druk, 14 punktów
# Large print.
print-large = Duży druk, 18 punktów
# Giant print.
print-giant = Bardzo duży druk, 24 punkty
# A leaflet, card or poster for an office printer.
print-leaflet-office = Do druku w biurze
# A leaflet, card or poster for a print firm.
print-leaflet-press = Do drukarni
# A picture of one side of a leaflet, card or poster.
print-leaflet-picture = Jej obraz
# The mark of a task that is done.
print-done = Zrobione:
# The mark of a task that is not.
print-to-do = Do zrobienia:

## Braille

# The braille file for embossers and displays.
braille-to-emboss = Brajl
# The same as XML, for archives and libraries.
braille-to-keep = Brajl jako XML
# Which braille code it is in.
braille-uncontracted = W ujednoliconym brajlu angielskim, bez skrótów (stopień 1).
# The same, for words that are shortened.
braille-contracted = W ujednoliconym brajlu angielskim, ze skrótami (stopień 2).
# The same, for the code of another language.
braille-other-uncontracted = W brajlu tego języka, bez skrótów (stopień 1).
# The same, for the code of another language that shortens words.
braille-other-contracted = W brajlu tego języka, ze skrótami (stopień 2).
# Before the words that say what a picture shows.
braille-picture = Obraz:
# The last line of braille.
braille-end = Koniec

## Audio

# The script to read out.
audio-script = Tekst do odczytania
# The same for a voice, in SSML.
audio-for-voices = Tekst dla syntezatora mowy
# Sound that a person recorded.
audio-recorded = Nagranie, czyta człowiek
# Sound that a computer's voice made.
audio-spoken = Nagranie, czyta głos komputera
# Over the player of a page.
audio-listen = Posłuchaj tej strony
# Under the player, where a person speaks.
audio-read-by-person = Czyta człowiek.
# The same, where a computer's voice does.
audio-read-by-machine = Czyta głos komputera.
# Over the list of the parts of a sound, each a link to it.
audio-parts = Części
# A link under the player to the words of the sound.
audio-transcript = Przeczytaj tekst nagrania
# Where notes are read.
audio-notes-at-end = Przypisy są odczytywane na końcu.
# Before what a picture shows.
audio-picture = Obraz:
# Before somebody's words.
audio-quote = Cytat:
# After them.
audio-quote-ends = Koniec cytatu.
# Before the name of whose words they are.
audio-said-by = Powiedział(a)
# Before an answer that can be ticked.
audio-tick = Pole do zaznaczenia:
# In place of lines to write on.
audio-space-to-write = Miejsce na odpowiedź.
# The last part: whom to ask.
audio-contact = Jak się z nami skontaktować.

## Easy Read

# The name of the format, in lists of formats and on covers.
easy-label = Tekst łatwy do czytania
# The file of the booklet, which is printed on A4 and folded.
easy-booklet = Broszura łatwa do czytania, do złożenia
# Over what an Easy Read text says of itself.
easy-about = O tym tekście
# The first sentences of it.
easy-what = To jest tekst łatwy do czytania. Ma krótkie zdania i obrazki.
# Under that.
easy-help = Możesz poprosić kogoś o pomoc w czytaniu.
# Where the text has a list of words.
easy-bold = Niektóre słowa są pogrubione. Te słowa mogą być trudne. Wyjaśniamy, co znaczą.
# Over how to reach the publisher.
easy-ask = Jak nas zapytać
# Before the phone number.
easy-phone = Możesz do nas zadzwonić:
# Before the textphone number.
easy-textphone = Nasz numer telefonu tekstowego to
# Before the email address.
easy-email = Możesz do nas napisać e-mail:
# Before the address, a line of the address each.
easy-post = Możesz do nas napisać list. Nasz adres:
# How to have the text in another form.
easy-other = Możesz poprosić o ten tekst w innej formie. Na przykład dużym drukiem albo do słuchania.
# Where nobody has tested the text.
easy-untested = Osoby z niepełnosprawnością intelektualną jeszcze nie sprawdziły tego tekstu.
# Where the text has changed since it was tested.
easy-retest = Zmieniliśmy ten tekst po tym, jak go sprawdzono.
# Where the page that it was made from has changed since.
easy-outdated = Pełna strona się zmieniła. Część tego tekstu może być nieaktualna. Zapytaj nas, co jest nowe.
# Before who made the pictures.
easy-pictures = Obrazki:

## Callouts

# A note.
callout-information = Informacja
# A warning.
callout-warning = Ostrzeżenie
# What must not be missed.
callout-important = Ważne
# An example.
callout-example = Przykład

## How far a recommendation is

# Of a recommendation.
progress-open = Jeszcze bez odpowiedzi
# Of a recommendation.
progress-accepted = Przyjęte
# Of a recommendation.
progress-partly-accepted = Częściowo przyjęte
# Of a recommendation.
progress-in-progress = W toku
# Of a recommendation.
progress-done = Wykonane
# Of a recommendation.
progress-not-accepted = Nieprzyjęte

## Where a page stands in its life

state-open = Otwarte
state-open-hour = Otwarte do
state-open-day = Otwarte do końca dnia
state-engagement-open = Otwarte dla dostawców
state-engagement-open-day = Dostawcy mogą z nami rozmawiać do
state-tender-published = Przetarg ogłoszony
state-tender-published-day = Przetarg ogłoszony. Dzień, który się liczy:
state-in-consultation = Projekt, czekamy na opinie
state-in-consultation-day = Projekt, czekamy na opinie do
state-coming = Wkrótce
state-coming-day = Wkrótce:
state-not-yet-open = Jeszcze nieotwarte
state-not-yet-open-day = Jeszcze nieotwarte. Otwarcie:
state-planned = Planowane
state-planned-day = Planowane na
state-draft = Projekt
state-draft-day = Projekt z
state-adopted = Obowiązuje
state-adopted-day = Obowiązuje od
state-outcome-published = Zamknięte: wynik opublikowany
state-outcome-published-day = Zamknięte. Wynik opublikowano
state-closed = Zamknięte
state-closed-hour = Zamknięto:
state-closed-day = Zamknięte. Ostatni dzień:
state-over = Zakończone
state-over-day = Zakończone. Termin:
state-superseded = Zastąpione nowszą wersją
state-superseded-day = Zastąpione nowszą wersją:
state-withdrawn = Wycofane
state-withdrawn-day = Wycofano
state-expired = Nieaktualne: zachowane jako zapis
state-expired-day = Nieaktualne: zachowane jako zapis od
state-opens = Otwarcie. Otwarte do
state-engagement-opens = Otwarcie dla dostawców. Mogą z nami rozmawiać do
state-tender-begins = Ogłoszenie przetargu. Dzień, który się liczy:
state-closes = Zamknięcie
state-ends = Kończy się
state-outcome-begins = Publikacja wyniku
state-expires = Traci aktualność i zostaje zachowane jako zapis

## Files for programs

# The file of a page’s dates.
data-calendar = Daty do Twojego kalendarza
# A notice for programs.
data-release = Ogłoszenie jako otwarte dane (OCDS)
# What was awarded.
data-awards-table = Przyznane dotacje jako tabela
# The same for programs.
data-awards-data = Przyznane dotacje jako otwarte dane (360Giving)
# A date in a calendar, before the page’s title.
data-closes = Zamknięcie
# A date in a calendar.
data-engagement = Ostatnia chwila na rozmowę z zamawiającym
# A date in a calendar.
data-tender = Termin składania ofert
# A date in a calendar.
data-opens = Otwarcie

## The preview, which only its authors see

# Said when the page has changed.
preview-updated = Strona została zaktualizowana.
# Said when the page and its findings have changed; `$findings` is how many it has.
preview-updated-with-findings = Strona została zaktualizowana. { $findings }.
# Said when only the page's findings have changed; `$findings` is how many it has.
preview-findings-updated = Uwagi zostały zaktualizowane. { $findings }.
# Said when the page is no longer there.
preview-gone = Tej strony już nie ma. Jej ostatnia wersja zostaje tutaj.
# Said when the preview no longer answers.
preview-stopped = Podgląd przestał działać. Ta strona pozostanie bez zmian, dopóki nie zostanie uruchomiony ponownie.
# Said when a fix has been copied.
preview-copied = Skopiowano
# Said when the browser does not let a fix be copied.
preview-not-copied = Nie udało się skopiować. Zaznacz tekst i skopiuj go samodzielnie.
# The button that leads from a finding to its place on the page.
preview-show = Pokaż na stronie
# The name of the marks on a page, for those who do not see them.
preview-marks = Oznaczenia programu Handbill na tej stronie
# The name of the panel, for those who do not see it.
preview-panel = Uwagi programu Handbill
# Before how to mend a finding.
preview-help = Co zrobić:
# The button that copies a fix.
preview-copy = Kopiuj
# The heading of a fix that keeps the meaning.
preview-fix = Poprawka
# The heading of a fix that the author must look at.
preview-fix-unsure = Możliwa poprawka: sprawdź, czy oddaje to, co chcesz powiedzieć
# Before words that should be deleted.
preview-take-out = Usuń
# Before words that should be added.
preview-put-in = Wstaw
# Before words that others should replace.
preview-change = Zmień
# Before the words that should replace them.
preview-into = na
# Of a finding that keeps all pages from being made.
preview-every-page = Z tego powodu wszystkie strony pozostają bez zmian.
# The link to the list of all findings.
preview-all = Wszystkie uwagi
# The heading over findings that are about no file.
preview-whole-site = Cała witryna
# The heading of the list of all findings.
preview-title = Uwagi
# The link from that list to the home page.
preview-back = Wróć do witryny
# The name of the filters.
preview-filters = Pokaż tylko
# The filter by how much a finding matters.
preview-level = Poziom
# The filter by rule.
preview-rule = Reguła
# The filter by file.
preview-file = Plik
# The choice of that filter that leaves all in.
preview-any-level = Wszystkie poziomy
# The choice of that filter that leaves all in.
preview-any-rule = Wszystkie reguły
# The choice of that filter that leaves all in.
preview-any-file = Wszystkie pliki
# The button of the filters.
preview-apply = Zastosuj
# The link that takes the filters away.
preview-clear = Pokaż wszystkie uwagi
# Where nothing was found.
preview-nothing = Nie ma nic do poprawienia.
# Where the filters leave nothing.
preview-no-match = Nie ma takich uwag.
# The link to a page that has findings.
preview-open = Otwórz stronę
# The page’s braille as dots, and the link to it.
preview-braille = Ta strona w brajlu
# The link to that page word by word, and its heading.
preview-cells = Brajl obok słów
# The link to more words.
preview-cells-more = Więcej słów
# Signs of braille, beside their cells.
preview-sign-number = znak liczby
preview-sign-capital = znak wielkiej litery
preview-sign-capital-word = znak słowa wielkimi literami
preview-sign-capital-passage = znak fragmentu wielkimi literami
preview-sign-capitals-end = koniec wielkich liter
preview-sign-letter = znak litery
preview-sign-bold = pogrubienie
preview-sign-italic = kursywa
preview-sign-underline = podkreślenie
preview-sign-ends = koniec wyróżnienia
preview-sign-note = uwaga transkrybenta
preview-sign-note-ends = koniec uwagi
# The heading of the print room, and the link to it.
preview-room = Pokój druku
# Where no leaflet can be shown there.
preview-room-empty = Nie ma jeszcze żadnej ulotki. Tworzy ją plik w `print/`.
# The choice to see folds and what no printer reaches.
preview-room-folds = Pokaż zagięcia i to, czego nie zadrukuje drukarka biurowa
# The choice to see it in black and white.
preview-room-grey = Pokaż w czerni i bieli
# The link to the PDF for an office printer.
preview-room-office = Dla drukarki biurowej (PDF)
# The link to the PDF for a print firm.
preview-room-press = Dla drukarni (PDF)
# The link to the PDF in large print.
preview-room-large = W dużym druku (PDF)
# What shows the first pages in large print.
preview-room-large-pages = Pokaż pierwsze strony w dużym druku
# The name of a picture of one side.
preview-room-side = strona { $number }
# Before what stands at another place that belongs to a finding.
preview-see = Zobacz { $file }, wiersz { $line }:
# A finding that stops publication.
preview-error = Błąd
# A finding that should be mended.
preview-warning = Ostrzeżenie
# A finding that is worth knowing.
preview-note = Informacja
# What one finding of a page is called; `$level` is one of the three above.
preview-numbered = { $level } { $number }
# How many findings there are.
preview-findings =
    { $count ->
        [one] { $count } uwaga
        [few] { $count } uwagi
        [many] { $count } uwag
       *[other] { $count } uwagi
    }
# How many findings a page has.
preview-on-this-page =
    { $count ->
        [0] Brak uwag na tej stronie
        [one] { $count } uwaga na tej stronie
        [few] { $count } uwagi na tej stronie
        [many] { $count } uwag na tej stronie
       *[other] { $count } uwagi na tej stronie
    }
# The same, where `$errors` of them stop publication.
preview-on-this-page-stops =
    { $count ->
        [one] { $count } uwaga na tej stronie, która wstrzymuje publikację
        [few] { $count } uwagi na tej stronie; wstrzymujących publikację: { $errors }
        [many] { $count } uwag na tej stronie; wstrzymujących publikację: { $errors }
       *[other] { $count } uwagi na tej stronie; wstrzymujących publikację: { $errors }
    }
# How many findings other pages have.
preview-elsewhere =
    { $count ->
        [one] { $count } uwaga w innym miejscu
        [few] { $count } uwagi w innych miejscach
        [many] { $count } uwag w innych miejscach
       *[other] { $count } uwagi w innych miejscach
    }
# The same, where `$errors` of them stop publication.
preview-elsewhere-stops =
    { $count ->
        [one] { $count } uwaga w innym miejscu, która wstrzymuje publikację
        [few] { $count } uwagi w innych miejscach; wstrzymujących publikację: { $errors }
        [many] { $count } uwag w innych miejscach; wstrzymujących publikację: { $errors }
       *[other] { $count } uwagi w innych miejscach; wstrzymujących publikację: { $errors }
    }
# How many findings stop publication.
preview-errors =
    { $count ->
        [one] { $count } błąd
        [few] { $count } błędy
        [many] { $count } błędów
       *[other] { $count } błędu
    }
# How many findings should be mended.
preview-warnings =
    { $count ->
        [one] { $count } ostrzeżenie
        [few] { $count } ostrzeżenia
        [many] { $count } ostrzeżeń
       *[other] { $count } ostrzeżenia
    }
# How many findings are worth knowing.
preview-notes =
    { $count ->
        [one] { $count } informacja
        [few] { $count } informacje
        [many] { $count } informacji
       *[other] { $count } informacji
    }
# How many findings are shown.
preview-shown =
    { $all ->
        [one] Pokazano { $shown } z { $all } uwagi
       *[other] Pokazano { $shown } z { $all } uwag
    }
# Where a finding stands in its file.
preview-place = wiersz { $line }, kolumna { $column }
# Where a finding stands.
preview-place-in-file = { $file }, wiersz { $line }, kolumna { $column }

## Who prints leaflets

place-college = Szkoły policealne
place-court = Sądy
place-dentist = Gabinety dentystyczne
place-emergency-department = Oddziały ratunkowe (A&E)
place-gp-surgery = Przychodnie lekarzy rodzinnych
place-hospital = Szpitale
place-library = Biblioteki
place-pharmacy = Apteki
place-police-station = Komisariaty policji
place-prison = Więzienia
place-school = Szkoły

## Languages

language-ar = arabski
language-bn = bengalski
language-cy = walijski
language-en = angielski
language-es = hiszpański
language-fa = perski
language-fr = francuski
language-gd = szkocki gaelicki
language-gu = gudżarati
language-hi = hindi
language-it = włoski
language-ku = kurdyjski
language-lt = litewski
language-pa = pendżabski
language-pl = polski
language-ps = paszto
language-pt = portugalski
language-ro = rumuński
language-so = somalijski
language-sq = albański
language-ta = tamilski
language-ti = tigrinia
language-tr = turecki
language-uk = ukraiński
language-ur = urdu
language-zh = chiński
