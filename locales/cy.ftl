### Welsh.
### Read by a native reader: no.
### What stands in braces is put in by Handbill. The comment over each message says what it is for.

## Web pages

# What an old address says.
web-moved = Mae’r dudalen hon wedi symud
# The link over the header.
web-skip = Neidio i’r prif gynnwys
# What stands before the phone number.
web-talk = Siaradwch â ni
# The main navigation's name.
web-main = Prif ddewislen
# Asks whether something on a page is wrong; whom to call comes after it.
web-wrong = Oes rhywbeth ar y dudalen hon yn anghywir, wedi dyddio neu’n anodd ei ddefnyddio?
# The list of pages by title.
web-a-to-z = A i Y
# What that list is.
web-a-to-z-summary = Pob tudalen a thaflen yn ôl ei theitl.
# The name of its letters.
web-letters = Llythrennau
# The link to the search, and the name of its field.
web-search = Chwilio
# What readers do there, and what becomes of what they type.
web-search-summary = Teipiwch dair llythyren neu fwy o’r hyn rydych yn chwilio amdano. Nid yw’r hyn rydych yn ei deipio yn cael ei anfon at neb, ac mae’n diflannu pan fyddwch yn gadael y dudalen hon.
# What readers without a script are told there, before a link to the list by title.
web-search-without = Mae angen JavaScript i chwilio. Hebddo, mae pob tudalen a thaflen yma:
# The name of the list of what was found.
web-search-results = Tudalennau a gafwyd
# Before how many pages were found.
web-search-found = Tudalennau a gafwyd:
# Before how many pages were found that have not all of the words.
web-search-some = Does dim un dudalen â’r geiriau hyn i gyd. Tudalennau â rhai ohonynt:
# Says that nothing was found.
web-search-none = Ni chafwyd dim. Rhowch gynnig ar air arall, neu edrychwch o A i Y.
# Shows more of what was found.
web-search-more = Dangos mwy
# Says that the search does not work.
web-search-failed = Nid yw’r chwilio’n gweithio ar hyn o bryd. Edrychwch o A i Y.
# The name of the pages of a long list.
web-parts = Tudalennau’r rhestr hon
# The first of them, where the others are by year.
web-part-newest = Diweddaraf
# Leads to the page before.
web-part-before = Tudalen flaenorol
# Leads to the page after.
web-part-after = Tudalen nesaf
# Over the parts of a guide.
web-guide = Yn y canllaw hwn
# Over links to pages that say more.
web-related = Tudalennau cysylltiedig
# Leads to the feed of a list: a file for programs that tell of new pages.
web-feed = Dilynwch y rhestr hon mewn darllenydd newyddion (ffrwd)
# The name of what every page must say for a time.
web-alerts = Rhybuddion
# What an alert of an emergency is called.
web-alert-emergency = Argyfwng
# Opens the navigation on small screens.
web-menu = Dewislen
# The home page's name.
web-home = Hafan
# The breadcrumbs' name.
web-crumbs = Briwsion bara
# The list of translations' name.
web-translations = Y dudalen hon mewn ieithoedd eraill
# The leaflets' name in the navigation.
web-leaflets = Taflenni
# What the leaflets are for.
web-leaflets-summary = Taflenni i’w hargraffu.
# The exit control, where the site says nothing of its own.
web-leave = Gadael y wefan hon
# The exit region's name.
web-leave-region = Gadael yn gyflym
# What else leaves the site.
web-leave-hint = neu bwyswch Shift 3 gwaith
# After the first press.
web-leave-two = Pwyswch Shift 2 waith arall i adael y wefan hon.
# After the second press.
web-leave-one = Pwyswch Shift unwaith eto i adael y wefan hon.
# The list of headings.
web-contents = Ar y dudalen hon
# The list of formats.
web-paper = Fformatau eraill
# The cards of the home page.
web-ways-in = Beth sydd ei angen arnoch?
# The pages below a section that says much itself.
web-below = Mwy yn yr adran hon
# Before a number to ring.
web-call = Ffoniwch
# After the number.
web-or-write = neu ysgrifennwch atom.
# After the number, before an address.
web-or-write-to = neu ysgrifennwch at:
# Before the list of formats in the text.
web-take = Gallwch lawrlwytho’r dudalen hon:
# Before the day of publication.
web-published = Cyhoeddwyd
# Before the day of the last change.
web-changed = Diweddarwyd ddiwethaf
# Before the day of the next review.
web-review = Byddwn yn edrych ar y dudalen hon eto erbyn
# Before the owner.
web-owner = Yn gyfrifol am y dudalen hon:
# The history of changes.
web-history = Beth sydd wedi newid
# The footer's navigation.
web-about = Am y wefan hon
# Before the publisher.
web-publisher = Cyhoeddwyd gan
# Before the page's address, on paper.
web-address = Cyfeiriad y dudalen hon:
# The list of notes.
web-notes = Nodiadau a ffynonellau
# Before where a figure comes from.
web-source = Ffynhonnell:
# Before the people a figure was counted from.
web-base = Sail:
# Before the place of a figure.
web-place = Lle:
# Before the day on which a figure was compared with its source.
web-checked = Gwiriwyd
# Before a textphone number.
web-textphone = Ffôn testun:
# Before an email address.
web-email = E-bost:
# Before a postal address.
web-write-to = Ysgrifennwch at:
# A task that is done.
web-done = Wedi’i wneud:
# A task that is not.
web-to-do = I’w wneud:
# A table without a caption.
web-table = Tabl
# The page of recommendations that are not finished.
web-recommendations = Argymhellion agored
# What that page is for.
web-recommendations-summary = Yr hyn a argymhellwyd mewn adroddiadau, a’r hyn sydd heb ei orffen eto. Y newid diweddaraf sy’n dod gyntaf.
# All that it says where every one is finished.
web-recommendations-done = Nid oes dim ar agor. Mae pob argymhelliad wedi’i wneud, neu ni chafodd ei dderbyn.
# The list of the reports that they come from.
web-reports = Yr adroddiadau
# One recommendation, before its number or letter.
web-recommendation = Argymhelliad
# Before the report that a recommendation is from.
web-from-report = O:
# A leaflet's words as plain text.
web-plain-text = Testun plaen
# The words as a Word document.
web-word = Dogfen Word
# The words as a book for reading programs.
web-epub = Llyfr EPUB
# What readers with disabilities can rely on in such a book.
web-epub-summary = Mae penawdau, rhestrau a thablau wedi’u marcio fel yr hyn ydyn nhw. Mae lluniau sy’n dweud rhywbeth wedi’u disgrifio. Gallwch ddewis y ffont, ei faint a’r lliwiau.
# The main parts of such a book.
web-landmarks = Prif rannau
# The list of the pages of print, in a book.
web-page-list = Tudalennau’r argraffiad print
# Of a file that a machine made, and the first words in it.
web-unread = Gwnaed gan beiriant, heb ei ddarllen eto gan berson.
# The list of where links lead, at the end of plain text.
web-links = Dolenni
# A film.
web-film = Ffilm
# The list of files for programs.
web-data = Dyddiadau a data
# Before the list of a page's topics, and the list of all topics.
web-topics = Pynciau
# What the list of all topics is.
web-topics-summary = Am beth mae ein tudalennau. Dewiswch un i weld popeth rydym yn ei ddweud amdano.
# The list of what changes next.
web-changes = Beth sy’n newid nesaf
# What it is.
web-changes-summary = Y dyddiau pan fydd rhywbeth yn agor, yn cau neu’n dod i ben, y cynharaf yn gyntaf.
# Where nothing will change by itself.
web-no-changes = Ni fydd dim ar y wefan hon yn agor, yn cau nac yn dod i ben ohono’i hun.
# A page that will be taken away.
web-goes = Yn cael ei dynnu i lawr
# After the name of a film that is signed.
web-in-sign-language = yn Iaith Arwyddion Prydain
# The link to a film as a file.
web-download-film = Lawrlwytho’r ffilm
# The same where it is signed.
web-download-signed = Lawrlwytho’r ffilm yn Iaith Arwyddion Prydain
# The page for wrong addresses.
web-not-found = Heb ddod o hyd i’r dudalen
# What it says first.
web-not-found-summary = Nid yw’r dudalen yma. Efallai ei bod wedi symud, neu fod gwall yn y cyfeiriad.
# What readers can do then.
web-not-found-help = Os gwnaethoch deipio’r cyfeiriad, edrychwch arno eto. Os gwnaethoch ddilyn dolen ar y wefan hon, dywedwch wrthym ac fe wnawn ei thrwsio.
# The link to the home page.
web-go-home = Ewch i’r hafan
# The page of leaflets.
web-leaflets-title = Taflenni i’w hargraffu
# What that page says first.
web-leaflets-page-summary = Argraffwch nhw, plygwch nhw, gadewch nhw lle mae pobl yn aros.
# Where there are none.
web-leaflets-none = Does dim taflenni eto.
# What stands over a slip that is filled in on paper.
web-form-on-paper = Slip ar bapur yw hwn. Argraffwch ef, neu ffoniwch ni a byddwn yn ei lenwi gyda chi.
# The links to the lists of leaflets by place.
web-leaflet-places = Ar gyfer pwy ydych chi’n argraffu?
# What the list of one place says first.
web-leaflets-for-summary = Argraffwch nhw, neu gofynnwch i ni am gopïau, a gadewch nhw lle mae pobl yn aros.
# That a leaflet needs no colour.
web-leaflet-grey = Mae’n darllen yn dda mewn du a gwyn.
# The link to the file for office printers.
web-print-one = Argraffu un
# The link from a leaflet in a list to the page with all its files, and how to print and fold it.
web-leaflet-all = Pob ffeil, a sut i argraffu a phlygu
# The heading over pictures of the rest of a leaflet.
web-leaflet-views = Y gweddill fel lluniau
# The link to all that a place prints, in one file.
web-get-pack = Cael y pecyn
# What is in that file.
web-pack-holds = Mae’r pecyn yn cynnwys pob taflen a phoster i chi, print bras, nodyn i’ch staff, a sut i’w hargraffu a’u plygu.

## Words that something is put into

# The way back from a note.
sentence-back-to-note = Yn ôl at nodyn { $number } yn y testun
# How many recommendations there are, and how many of them are open.
sentence-of-which-open = Argymhellion: { $all }. Yn dal ar agor: { $open }.
# Which page of a long list or guide this is. `$number`, `$count`.
sentence-list-part = Tudalen { $number } o { $count }
# The title of the page of a long list that is of one year. `$title`, `$year`.
sentence-list-of-year = { $title }, { $year }
# How many pages a topic has.
sentence-topic-count = { $count } tudalen
# What the page of a topic is.
sentence-topic-summary = Popeth rydym yn ei ddweud am { $topic }, gyda’r hyn y gallwch weithredu arno yn gyntaf.
# What the mark of a note is called.
sentence-note = Nodyn { $number }
# What comes with a film.
sentence-film-with =
    { $with ->
        [captions-text] gyda: capsiynau, y geiriau fel testun
        [text-sign] gyda: y geiriau fel testun, Iaith Arwyddion Prydain
        [captions-text-sign] gyda: capsiynau, y geiriau fel testun, Iaith Arwyddion Prydain
       *[text] gyda: y geiriau fel testun
    }
# How many pages a file has.
sentence-page-count =
    { $count ->
        [one] { $count } dudalen
        [two] { $count } dudalen
       *[other] { $count } tudalen
    }
# How many volumes those pages come in.
sentence-volume-count =
    { $count ->
        [one] { $count } gyfrol
        [two] { $count } gyfrol
       *[other] { $count } cyfrol
    }
# The language of a file.
sentence-in-language = { $language }
# Which edition of a leaflet this is, and when it is looked at again.
sentence-leaflet-edition = { $reference }, argraffiad { $edition }, { $issued }. I’w adolygu erbyn { $review }.
# The title of the list of leaflets of one place.
sentence-leaflets-for = Taflenni: { $place }
# What the picture of a leaflet shows.
sentence-leaflet-front = Blaen “{ $title }”
# What a picture of another side of it shows.
sentence-leaflet-side = Ochr { $number } o “{ $title }”
# What a picture of two pages of a booklet shows.
sentence-leaflet-spread = Tudalennau { $first } a { $second } o “{ $title }”
# What the picture of a booklet’s back shows.
sentence-leaflet-back = Cefn “{ $title }”
# What paper one copy takes.
sentence-leaflet-paper =
    { $sheets ->
        [one] Mae un copi yn defnyddio un ddalen o bapur { $paper }.
       *[other] Mae un copi yn defnyddio { $sheets } dalen o bapur { $paper }.
    }
# How to get copies of a leaflet; the number is a link.
sentence-leaflet-copies = Mae hawl copïo pob taflen. I gael copïau drwy’r post, ffoniwch { $phone }.
# A time with both its ends.
sentence-period = { $from } i { $to }
# A time without an end.
sentence-period-from = o { $from }
# A time without a beginning.
sentence-period-until = tan { $to }
# What a recommendation is called.
sentence-recommendation = Argymhelliad { $id }
# A time of day. `$at` is `midday`, `am`, `pm`, or at a whole hour `hour-am`, `hour-pm`; `$hour` goes from 1 to 12, `$hour24` from 0 to 23; `$minute` has two digits.
sentence-time =
    { $at ->
        [midday] canol dydd
        [hour-am] { $hour }am
        [hour-pm] { $hour }pm
        [am] { $hour }:{ $minute }am
       *[pm] { $hour }:{ $minute }pm
    }
# A time of a day.
sentence-moment = { $time } ar { $day }
# How long a film is.
sentence-hours = { $count } awr
# How long a film is.
sentence-minutes = { $count } munud
# How long a film is.
sentence-seconds = { $count } eiliad
# The size of a file.
sentence-kilobytes = { $size } KB
# The size of a file.
sentence-megabytes = { $size } MB
# A sum of money.
sentence-money = £{ $sum }
# A sum of money.
sentence-money-million = £{ $sum } miliwn
# A share.
sentence-percent = { $number }%
# Who publishes it. `$name`.
sentence-audio-by = Cyhoeddwyd gan { $name }.
sentence-web-behind = Newidiwyd tudalen wreiddiol y dudalen hon ar { $date }. Efallai nad yw’r dudalen hon yn dweud hynny eto.
# The day of its last change. `$date`.
sentence-audio-changed = Newidiwyd ddiwethaf: { $date }.
# How long it takes. `$count`: minutes.
sentence-audio-minutes = Mae’n para tua { $count } munud.
# How many parts it has; there are two or more. `$count`.
sentence-audio-parts = Nifer y rhannau: { $count }.
# Which part this is. `$number`, `$count`.
sentence-audio-part = Rhan { $number } o { $count }:
# A note, where it belongs and where it is read. `$number`.
sentence-audio-note = nodyn { $number }
# Before a table. `$rows`, `$columns`.
sentence-audio-table = Tabl. Rhesi: { $rows }. Colofnau: { $columns }.
# Before a row of it. `$number`.
sentence-audio-row = Rhes { $number }.
# The last words. `$title`.
sentence-audio-end = Diwedd “{ $title }”.
# The foot of a page on paper.
sentence-print-page = Tudalen { $number } o { $count }
# Where a page of the printed edition starts, in a book.
sentence-print-page-starts = Tudalen brint { $number }
# After a link within a document on paper.
sentence-print-on-page = (tudalen { $number })
# On the cover and the pages of a long document in large print.
sentence-print-volume = Cyfrol { $number } o { $count }
# Before the list of other pages of the site that a document leads to.
sentence-print-further = Mae’r llythrennau hyn mewn cromfachau yn y testun. Os nad ydych yn defnyddio’r rhyngrwyd, ffoniwch { $phone } a dweud wrthym beth hoffech ei ddarllen.
# In that list: the leaflet that leads to the page too.
sentence-print-further-leaflet = Ar bapur: taflen { $reference }.
# The same, where it is in another language than the document.
sentence-print-further-foreign = Ar bapur: taflen { $reference } ({ $language }).
# Asks whether a reader of a page wants it otherwise; `$forms` is a list with “or” of the forms that are not there.
sentence-web-ask = Angen hwn { $forms }?
# How to get other formats; `$ways` is a list with “or” of the three below.
sentence-print-ask = I gael hwn { $forms }, { $ways }.
# What a QR code is, for readers who cannot see it.
sentence-print-code = Cod QR: yn agor { $address }
# After the address beside a QR code.
sentence-print-or-call = Neu ffoniwch { $phone }.
# One way.
sentence-print-call = ffoniwch { $phone }
# One way.
sentence-print-email = anfonwch e-bost at { $email }
# One way.
sentence-print-write = ysgrifennwch at { $address }
# When a page was published.
sentence-print-published = Cyhoeddwyd { $day }
# When it was last changed; it may stand inside a sentence.
sentence-print-changed = newidiwyd ddiwethaf { $day }
# When somebody looks at it again.
sentence-print-review = byddwn yn ei wirio eto erbyn { $day }
# Which edition of a leaflet this is.
sentence-print-edition = { $reference }, argraffiad { $edition }. Cyhoeddwyd { $issued }. Byddwn yn ei wirio eto ym mis { $review }.
# Which edition of a leaflet this is, on a card or a strip.
sentence-print-edition-short = { $reference }, argraffiad { $edition }, { $issued }
# The heading of a letter that asks for copies of a leaflet back.
sentence-recall-stop = Peidiwch â rhoi { $leaflet } allan mwyach
# In that letter: what somebody has.
sentence-recall-copies = { $count } copi, argraffiad { $edition }, { $language }, anfonwyd ar { $day }
# In that letter: two things beside each other, such as “RJ-01, Restorative justice” or “The office, telephone”.
sentence-recall-of = { $name }, { $detail }
# In that letter: what was so, and what is so now.
sentence-recall-was = { $what }. Hen: { $then }. Newydd: { $now }.
# In that letter: what was so, and no longer is.
sentence-recall-gone = { $what }. Hen: { $then }. Nid oes un newydd.
# In that letter: what is new.
sentence-recall-new = { $what }. Mae hwn yn newydd: { $now }.
# In that letter: the words under a heading have changed.
sentence-recall-panel = Mae’r hyn sydd o dan “{ $heading }” wedi newid.
# In that letter: the words of a part without a heading have changed.
sentence-recall-part = Mae’r hyn sydd yn rhan { $number } wedi newid.
# In that letter: there is a newer edition.
sentence-recall-edition = Mae argraffiad { $edition } ar gael.
# In that letter: where the new leaflet is.
sentence-recall-get = Argraffwch yr un newydd o { $address }, neu gofynnwch i ni am gopïau.
# In that letter: how to ask; `$ways` is a list with “or”, as below another message.
sentence-recall-question = Os oes gennych gwestiwn, { $ways }.
# At the foot of such a letter of more than one page.
sentence-recall-page = { $holder }: tudalen { $number } o { $count }
# The title of a sheet of address labels.
sentence-recall-labels = Labeli cyfeiriad, { $reference }
# The title of how to print and fold a leaflet.
sentence-how-to-fold = Sut i argraffu a phlygu “{ $title }”
# The title of how to print a leaflet that is not folded.
sentence-how-to-print = Sut i argraffu “{ $title }”
# A step of folding. Panels are numbered in the picture beside it.
sentence-fold-first = Trowch hi fel eich bod yn gweld paneli { $panels }. Plygwch banel { $panel } dros banel { $onto }.
# The same, where the panel goes behind.
sentence-fold-back = Trowch hi fel eich bod yn gweld paneli { $panels }. Plygwch banel { $panel } yn ôl, y tu ôl i banel { $onto }.
# The next step of folding.
sentence-fold-last = Plygwch banel { $panel } drosodd hefyd.
# A step of folding: once, in the middle.
sentence-fold-half = Trowch hi fel eich bod yn gweld paneli { $panels }. Plygwch hi yn y canol.
# How to know that it is folded as it should be.
sentence-fold-done = Mae’n iawn pan fydd panel { $front } ar y blaen.
# What a drawing shows, for readers who do not see it.
sentence-seen-sides = Llun: mae gan un ochr y ddalen baneli { $one }, a’r ochr arall { $other }.
# The same, of one side.
sentence-seen-side = Llun: mae gan y ddalen baneli { $panels }.
# The same, of copies to cut apart.
sentence-seen-copies = Llun: { $count } copi ar un ddalen, â llinellau toredig rhyngddynt.
# The same, of a sheet that is being folded.
sentence-seen-lifted = Llun: paneli { $panels } o’r chwith i’r dde. Mae panel { $panel } yn cael ei godi ar hyd llinell doredig.
# The same, of the folded sheet.
sentence-seen-folded = Llun: y ddalen wedi’i phlygu, â phanel { $front } ar y top.

## Kinds of page

kind-more = Mwy am hyn
kind-begins = Yn dechrau
kind-ends = Yn gorffen
kind-place = Ble
kind-access = Mynediad a chymryd rhan
kind-cost = Cost
kind-booking = Sut i archebu lle
kind-apply-by = Gwnewch gais erbyn
kind-applied-by = Caeodd
kind-opened = Agorodd
kind-sent-on = Anfonwyd ceisiadau ymlaen erbyn
kind-applications-open = Gallwch wneud cais o
kind-sent-on-by = Byddwn yn anfon ceisiadau ymlaen erbyn
kind-total = Cyfanswm yr arian
kind-minimum = Grant lleiaf
kind-maximum = Grant mwyaf
kind-eligible = Pwy sy’n cael gwneud cais
kind-not-eligible = Pwy sydd ddim yn cael gwneud cais
kind-documents = Dogfennau
kind-awards = Pwy gafodd yr arian
kind-awards-caption = Grantiau a roddwyd gennym
kind-recipient = Pwy
kind-purpose = At ba ddiben
kind-amount = Swm
kind-decided = Penderfynwyd ar
kind-opens = Yn agor
kind-closes = Atebwch erbyn
kind-how-to-answer = Sut i ateb
kind-online = Ar-lein
kind-form = Llenwch ein ffurflen
kind-email = Drwy e-bost
kind-phone = Dros y ffôn
kind-post = Drwy’r post
kind-in-person = Wyneb yn wyneb
kind-outcome = Beth ddaeth ohono
kind-answered = Nifer a atebodd
kind-asked = Fe wnaethom ofyn
kind-said = Fe ddywedoch chi
kind-did = Fe wnaethom ni
kind-not-legal = Nid y dudalen hon yw’r hysbysiad cyfreithiol
kind-not-legal-text = Mae’n esbonio’r hysbysiad mewn iaith glir. Os oes gwahaniaeth, yr hysbysiad cyfreithiol sy’n cyfrif.
kind-read-legal = Darllenwch yr hysbysiad cyfreithiol
kind-engagement-by = Siaradwch â ni erbyn
kind-engagement-closed = Caeodd y trafodaethau
kind-engagement-opened = Agorodd y trafodaethau
kind-bids-closed = Roedd cynigion i’w cyflwyno erbyn
kind-engagement-opens = Gallwch siarad â ni o
kind-bids-by = Cynigion erbyn
kind-tender-published = Cyhoeddwyd y tendr ar
kind-tender-planned = Tendr ar y gweill ar gyfer
kind-contract-start = Mae’r contract yn dechrau
kind-contract-end = Mae’r contract yn dod i ben
kind-without-vat = Gwerth heb TAW
kind-with-vat = Gwerth gyda TAW
kind-reference = Cyfeirnod
kind-ocid = ID Contractio Agored
kind-notice-type = Math o hysbysiad
kind-law = Cyfraith
kind-pcr2015 = Rheoliadau Contractau Cyhoeddus 2015
kind-pa2023 = Deddf Caffael 2023
kind-buyer = Prynwr
kind-cpv = Beth sy’n cael ei brynu, gyda’i god
kind-links = Dolenni
kind-replaced = Mae un mwy newydd
kind-replaced-text = Darllenwch hwn yn ei le:
kind-replaces = Yn disodli
kind-replaced-by = Wedi’i ddisodli gan
kind-aims = Beth rydym am ei gyflawni
kind-period = Pryd mae’n berthnasol
kind-paper-copy = Cael copi papur
kind-paper-copy-call = Gofynnwch i ni am gopi papur. Ffoniwch
kind-paper-copy-write = Gallwch hefyd ysgrifennu atom:
kind-details-changed = Rydym wedi newid rhai manylion, fel na all neb gael ei adnabod.
kind-notes = Nodiadau i olygyddion
kind-journalists = I newyddiadurwyr
kind-meeting = Cyfarfod
kind-submitted-by = Cyflwynwyd gan
kind-progress = Cynnydd pob un
kind-progress-caption = Argymhellion a’u cynnydd
kind-recommendation = Argymhelliad
kind-where-it-is = Cynnydd
kind-last-change = Newid diwethaf
kind-all-open = Gweld pob argymhelliad sy’n dal ar agor
kind-answer = Ateb
kind-what-happened = Beth sydd wedi digwydd
kind-full-version = Darllenwch y fersiwn lawn:
kind-signed-version = Yn Iaith Arwyddion Prydain
kind-signed-by = Arwyddwyd gan
kind-transcript = Trawsgrifiad
kind-read-transcript = Darllenwch yr hyn a ddywedir ac a ddangosir:
kind-tested-by = Rhoddwyd cynnig arno gan
kind-notice-uk1 = Hysbysiad piblinell
kind-notice-uk2 = Hysbysiad ymgysylltu rhagarweiniol â’r farchnad
kind-notice-uk3 = Hysbysiad caffael arfaethedig
kind-notice-uk4 = Hysbysiad tendro
kind-notice-uk5 = Hysbysiad tryloywder
kind-notice-uk6 = Hysbysiad dyfarnu contract
kind-notice-uk7 = Hysbysiad manylion contract
kind-notice-pin = Hysbysiad Gwybodaeth Ymlaen Llaw

## Paper

print-form-large-print = mewn print bras
print-form-braille = mewn braille
print-form-easy-read = yn Hawdd ei Ddeall
print-form-audio = ar sain
print-form-language = mewn iaith arall
# Beside a QR code, before the address that it opens.
print-scan = Pwyntiwch gamera eich ffôn at y sgwâr, neu teipiwch:
# In a pack: what is in it.
print-pack-contents = Beth sydd yn y pecyn hwn
# In a pack: how to print and fold.
print-pack-how = Sut i argraffu a phlygu
# In a pack: that nothing is made larger or smaller.
print-pack-scale = Argraffwch ar y maint gwirioneddol, sef 100%. Diffoddwch “ffitio i’r dudalen”.
# In a pack: print on one side.
print-pack-one-side = Argraffwch ar un ochr.
# In a pack: print on both sides, turned on the short edge.
print-pack-short-edge = Argraffwch ar y ddwy ochr, gan droi ar yr ymyl fer.
# In a pack: print on both sides, turned on the long edge.
print-pack-long-edge = Argraffwch ar y ddwy ochr, gan droi ar yr ymyl hir.
# In a pack: cut.
print-pack-cut = Torrwch ar hyd y llinellau.
# In a pack: fold.
print-pack-fold = Plygwch ar hyd y marciau bach ar ymyl y papur.
# In a pack: fold and staple.
print-pack-staple = Agorwch y llyfryn a’i styffylu ddwywaith yn y plyg, o’r tu allan.
# In a pack: fold a booklet.
print-pack-middle = Rhowch y dalennau yn ei gilydd a’u plygu yn y canol.
# In a pack: a strip to tear off.
print-pack-tear = Torrwch rhwng y tabiau. Rhwygwch un eich hun, fel nad oes rhaid i neb fod y cyntaf.
# What a drawing shows, for readers who do not see it.
print-seen-tabs = Llun: poster â’i dabiau wedi’u torri ar wahân. Mae un wedi’i rwygo.
# The same, of a booklet.
print-seen-staples = Llun: y llyfryn ar agor, â dwy styffylen yn ei blyg.
# Before the list of what stands on each panel.
print-fold-panels = Y paneli:
# In a pack: the note for staff.
print-pack-staff = Nodyn i staff
# In a pack: offer a leaflet privately.
print-pack-private = Cynigiwch daflen pan na all neb arall weld na chlywed.
# In a pack: ask whether it is safe to take.
print-pack-safe = Gofynnwch yn gyntaf: “Ydy hi’n ddiogel i chi fynd â hon?” Gallai rhywun gartref ddod o hyd iddi.
# In a pack: what to do where it is not.
print-pack-instead = Os nad yw’n ddiogel, gallan nhw gofio’r rhif, neu ein ffonio ni oddi yma.
# In a letter that asks for copies of a leaflet back.
print-recall-thanks = Mae gennych gopïau o’r daflen hon gennym ni. Diolch am ei rhoi i bobl.
# A heading in that letter.
print-recall-have = Beth sydd gennych
# A heading in that letter.
print-recall-wrong = Beth sydd wedi newid
# A heading in that letter.
print-recall-do = Beth i’w wneud
# A step in that letter.
print-recall-stop = Peidiwch â rhoi’r copïau hyn allan o heddiw ymlaen.
# A step in that letter.
print-recall-clear = Tynnwch nhw oddi ar silffoedd, raciau a desgiau, ac ailgylchwch nhw.
# A step in that letter, where the copies tell a story that may not be told.
print-recall-destroy = Tynnwch nhw oddi ar silffoedd, raciau a desgiau. Rhwygwch nhw, neu anfonwch nhw yn ôl atom, fel na all neb eu darllen.
# A step in that letter.
print-recall-tell = Dywedwch wrthym pan fydd wedi’i wneud, a faint oedd gennych ar ôl.
# In that letter: the leaflet is not made any more.
print-recall-none = Nid ydym yn gwneud y daflen hon mwyach. Gofynnwch i ni beth i’w roi i bobl yn ei lle.
# In that letter: the pictures on the leaflet have changed.
print-recall-pictures = Mae ganddi luniau eraill nawr.
# In that letter: the copies tell a story that may not be told.
print-recall-story = Mae’n adrodd stori na chawn ei hadrodd mwyach.
# In that letter: what has changed.
print-detail-figure = Ffigur
# In that letter: what has changed.
print-detail-statement = Brawddeg am ffigur
# In that letter, after a contact’s name.
print-detail-name = enw
# In that letter, after a contact’s name.
print-detail-title = pennawd
# In that letter, after a contact’s name.
print-detail-phone = ffôn
# In that letter, after a contact’s name.
print-detail-textphone = ffôn testun
# In that letter, after a contact’s name.
print-detail-email = e-bost
# In that letter, after a contact’s name.
print-detail-hours = oriau
# In that letter, after a contact’s name.
print-detail-address = cyfeiriad
# In that letter, after a contact’s name.
print-detail-note = nodyn i alwyr
# The heading over footnotes.
print-notes = Nodiadau
# The heading over the sources of figures.
print-sources = O ble y daw’r ffigurau
# The heading over footnotes and the sources of figures.
print-notes-and-sources = Nodiadau a ffynonellau
# The heading over the list of contents of a document on paper.
print-contents = Cynnwys
# The heading over the list of other pages of the site that a document leads to.
print-further = Ble i ddarllen mwy
# What stands before the source of the figures of a panel.
print-source = Ffynhonnell:
# The invitation on the cover of large print.
print-another = Gofynnwch i ni am hwn mewn maint, fformat neu iaith arall.
# On a leaflet in another language, to readers of this one.
print-also-in-this = Mae’r daflen hon ar gael yn Gymraeg hefyd: gofynnwch i ni.
# What stands before a page's address.
print-web = Ar y we:
# What stands before a film's title.
print-film = Ffilm:
# What stands before the address at which a film can be watched.
print-watch = Gwyliwch hi ar y we:
# What stands before the address of what is said in a film.
print-transcript = Darllenwch yr hyn a ddywedir:
# What stands before a textphone number.
print-textphone = Ffôn testun:
# What stands before an email address.
print-mail = E-bost:
# What stands over a phone number.
print-call-us = Ffoniwch ni
# Clear print.
print-clear = Print clir, 14 pwynt
# Large print.
print-large = Print bras, 18 pwynt
# Giant print.
print-giant = Print bras iawn, 24 pwynt
# A leaflet, card or poster for an office printer.
print-leaflet-office = I’w hargraffu yn y swyddfa
# A leaflet, card or poster for a print firm.
print-leaflet-press = I’w rhoi i gwmni argraffu
# A picture of one side of a leaflet, card or poster.
print-leaflet-picture = Llun ohono
# The mark of a task that is done.
print-done = Wedi’i wneud:
# The mark of a task that is not.
print-to-do = I’w wneud:

## Braille

# The braille file for embossers and displays.
braille-to-emboss = Braille
# The same as XML, for archives and libraries.
braille-to-keep = Braille fel XML
# Which braille code it is in.
braille-uncontracted = Mewn Braille Saesneg Unedig, heb ei gywasgu (gradd 1).
# The same, for words that are shortened.
braille-contracted = Mewn Braille Saesneg Unedig, wedi’i gywasgu (gradd 2).
# The same, for the code of another language.
braille-other-uncontracted = Ym mraille yr iaith hon, heb ei gywasgu (gradd 1).
# The same, for the code of another language that shortens words.
braille-other-contracted = Ym mraille yr iaith hon, wedi’i gywasgu (gradd 2).
# Before the words that say what a picture shows.
braille-picture = Llun:
# The last line of braille.
braille-end = Diwedd

## Audio

# The script to read out.
audio-script = Sgript i’w darllen yn uchel
# The same for a voice, in SSML.
audio-for-voices = Sgript ar gyfer llais
# Sound that a person recorded.
audio-recorded = Sain, wedi’i darllen gan berson
# Sound that a computer's voice made.
audio-spoken = Sain, wedi’i darllen gan lais cyfrifiadur
# Over the player of a page.
audio-listen = Gwrando ar y dudalen hon
# Under the player, where a person speaks.
audio-read-by-person = Mae person yn ei darllen yn uchel.
# The same, where a computer's voice does.
audio-read-by-machine = Mae llais cyfrifiadur yn ei darllen yn uchel.
# Over the list of the parts of a sound, each a link to it.
audio-parts = Rhannau
# A link under the player to the words of the sound.
audio-transcript = Darllen geiriau’r sain
# Where notes are read.
audio-notes-at-end = Darllenir y nodiadau ar y diwedd.
# Before what a picture shows.
audio-picture = Llun:
# Before somebody's words.
audio-quote = Dyfyniad:
# After them.
audio-quote-ends = Diwedd y dyfyniad.
# Before the name of whose words they are.
audio-said-by = Geiriau
# Before an answer that can be ticked.
audio-tick = Blwch i’w dicio:
# In place of lines to write on.
audio-space-to-write = Lle i ysgrifennu.
# The last part: whom to ask.
audio-contact = Sut i gysylltu â ni.

## Easy Read

# The name of the format, in lists of formats and on covers.
easy-label = Hawdd ei Ddeall
# The file of the booklet, which is printed on A4 and folded.
easy-booklet = Llyfryn Hawdd ei Ddeall, i’w blygu
# Over what an Easy Read text says of itself.
easy-about = Am y testun Hawdd ei Ddeall hwn
# The first sentences of it.
easy-what = Mae hwn yn Hawdd ei Ddeall. Mae ynddo frawddegau byr a lluniau.
# Under that.
easy-help = Gallwch ofyn i rywun eich helpu i’w ddarllen.
# Where the text has a list of words.
easy-bold = Mae rhai geiriau mewn print trwm. Gall y geiriau hyn fod yn anodd. Rydym yn dweud beth yw eu hystyr.
# Over how to reach the publisher.
easy-ask = Sut i ofyn i ni
# Before the phone number.
easy-phone = Gallwch ein ffonio ar
# Before the textphone number.
easy-textphone = Ein rhif ffôn testun yw
# Before the email address.
easy-email = Gallwch anfon ebost atom yn
# Before the address, a line of the address each.
easy-post = Gallwch ysgrifennu atom. Ein cyfeiriad yw:
# How to have the text in another form.
easy-other = Gallwch ofyn am hwn mewn ffordd arall. Er enghraifft, mewn print bras neu i wrando arno.
# Where nobody has tested the text.
easy-untested = Nid yw pobl ag anabledd dysgu wedi profi hwn eto.
# Where the text has changed since it was tested.
easy-retest = Rydym wedi newid hwn ers i bobl ei brofi.
# Where the page that it was made from has changed since.
easy-outdated = Mae’r dudalen lawn wedi newid. Gall rhan o hwn fod yn hen. Gofynnwch i ni beth sy’n newydd.
# Before who made the pictures.
easy-pictures = Y lluniau:

## Callouts

# A note.
callout-information = Gwybodaeth
# A warning.
callout-warning = Rhybudd
# What must not be missed.
callout-important = Pwysig
# An example.
callout-example = Enghraifft

## How far a recommendation is

# Of a recommendation.
progress-open = Dim ateb eto
# Of a recommendation.
progress-accepted = Derbyniwyd
# Of a recommendation.
progress-partly-accepted = Derbyniwyd yn rhannol
# Of a recommendation.
progress-in-progress = Ar y gweill
# Of a recommendation.
progress-done = Wedi’i wneud
# Of a recommendation.
progress-not-accepted = Ni dderbyniwyd

## Where a page stands in its life

state-open = Ar agor
state-open-hour = Ar agor tan
state-open-day = Ar agor tan
state-engagement-open = Ar agor i gyflenwyr
state-engagement-open-day = Gall cyflenwyr siarad â ni tan
state-tender-published = Tendr wedi’i gyhoeddi
state-tender-published-day = Tendr wedi’i gyhoeddi. Y diwrnod sy’n cyfrif:
state-in-consultation = Drafft, yn agored i’ch barn
state-in-consultation-day = Drafft, yn agored i’ch barn tan
state-coming = I ddod
state-coming-day = I ddod:
state-not-yet-open = Heb agor eto
state-not-yet-open-day = Heb agor eto. Yn agor ar
state-planned = Wedi’i gynllunio
state-planned-day = Wedi’i gynllunio ar gyfer
state-draft = Drafft
state-draft-day = Drafft o
state-adopted = Mewn grym
state-adopted-day = Mewn grym ers
state-outcome-published = Ar gau: canlyniad wedi’i gyhoeddi
state-outcome-published-day = Ar gau. Cyhoeddwyd y canlyniad ar
state-closed = Ar gau
state-closed-hour = Ar gau ers
state-closed-day = Ar gau ers
state-over = Ar ben
state-over-day = Ar ben. Yr amser oedd:
state-superseded = Wedi’i ddisodli
state-superseded-day = Wedi’i ddisodli ar
state-withdrawn = Wedi’i dynnu’n ôl
state-withdrawn-day = Wedi’i dynnu’n ôl ar
state-expired = Wedi dyddio: cofnod yn unig
state-expired-day = Wedi dyddio: cofnod yn unig ers
state-opens = Yn agor. Mae ar agor tan
state-engagement-opens = Yn agor i gyflenwyr. Gallant siarad â ni tan
state-tender-begins = Cyhoeddir y tendr. Y diwrnod sy’n cyfrif:
state-closes = Yn cau
state-ends = Yn dod i ben
state-outcome-begins = Cyhoeddir y canlyniad
state-expires = Yn dyddio, ac yn cael ei gadw fel cofnod

## Files for programs

# The file of a page’s dates.
data-calendar = Dyddiadau ar gyfer eich calendr
# A notice for programs.
data-release = Yr hysbysiad fel data agored (OCDS)
# What was awarded.
data-awards-table = Y dyfarniadau fel tabl
# The same for programs.
data-awards-data = Y dyfarniadau fel data agored (360Giving)
# A date in a calendar, before the page’s title.
data-closes = Yn cau
# A date in a calendar.
data-engagement = Y cyfle olaf i siarad â’r prynwr
# A date in a calendar.
data-tender = Rhaid cyflwyno cynigion
# A date in a calendar.
data-opens = Yn agor

## The preview, which only its authors see

# Said when the page has changed.
preview-updated = Diweddarwyd y dudalen.
# Said when the page and its findings have changed; `$findings` is how many it has.
preview-updated-with-findings = Diweddarwyd y dudalen. { $findings }.
# Said when only the page's findings have changed; `$findings` is how many it has.
preview-findings-updated = Diweddarwyd y canfyddiadau. { $findings }.
# Said when the page is no longer there.
preview-gone = Mae’r dudalen hon wedi mynd. Mae’r fersiwn olaf ohoni yn aros yma.
# Said when the preview no longer answers.
preview-stopped = Mae’r rhagolwg wedi stopio. Bydd y dudalen hon yn aros fel y mae nes iddo redeg eto.
# Said when a fix has been copied.
preview-copied = Wedi’i gopïo
# Said when the browser does not let a fix be copied.
preview-not-copied = Nid oedd modd ei gopïo. Dewiswch y testun a’i gopïo eich hun.
# The button that leads from a finding to its place on the page.
preview-show = Dangos ar y dudalen
# The name of the marks on a page, for those who do not see them.
preview-marks = Marciau Handbill ar y dudalen hon
# The name of the panel, for those who do not see it.
preview-panel = Canfyddiadau Handbill
# Before how to mend a finding.
preview-help = Beth i’w wneud:
# The button that copies a fix.
preview-copy = Copïo
# The heading of a fix that keeps the meaning.
preview-fix = Cywiriad
# The heading of a fix that the author must look at.
preview-fix-unsure = Cywiriad posibl: gwnewch yn siŵr ei fod yn dweud yr hyn rydych yn ei olygu
# Before words that should be deleted.
preview-take-out = Tynnwch hwn allan
# Before words that should be added.
preview-put-in = Rhowch hwn i mewn
# Before words that others should replace.
preview-change = Newidiwch hwn
# Before the words that should replace them.
preview-into = i hwn
# Of a finding that keeps all pages from being made.
preview-every-page = Mae hyn yn cadw pob tudalen fel yr oedd.
# The link to the list of all findings.
preview-all = Pob canfyddiad
# The heading over findings that are about no file.
preview-whole-site = Y wefan gyfan
# The heading of the list of all findings.
preview-title = Canfyddiadau
# The link from that list to the home page.
preview-back = Yn ôl i’r wefan
# The name of the filters.
preview-filters = Dangos y rhain yn unig
# The filter by how much a finding matters.
preview-level = Lefel
# The filter by rule.
preview-rule = Rheol
# The filter by file.
preview-file = Ffeil
# The choice of that filter that leaves all in.
preview-any-level = Pob lefel
# The choice of that filter that leaves all in.
preview-any-rule = Pob rheol
# The choice of that filter that leaves all in.
preview-any-file = Pob ffeil
# The button of the filters.
preview-apply = Hidlo
# The link that takes the filters away.
preview-clear = Dangos pob canfyddiad
# Where nothing was found.
preview-nothing = Does dim i’w drwsio.
# Where the filters leave nothing.
preview-no-match = Does dim canfyddiad o’r math hwn.
# The link to a page that has findings.
preview-open = Agor y dudalen
# The page’s braille as dots, and the link to it.
preview-braille = Y dudalen hon mewn braille
# The link to that page word by word, and its heading.
preview-cells = Braille wrth ochr y geiriau
# The link to more words.
preview-cells-more = Mwy o eiriau
# Signs of braille, beside their cells.
preview-sign-number = arwydd rhif
preview-sign-capital = arwydd priflythyren
preview-sign-capital-word = arwydd gair mewn priflythrennau
preview-sign-capital-passage = arwydd darn mewn priflythrennau
preview-sign-capitals-end = diwedd y priflythrennau
preview-sign-letter = arwydd llythyren
preview-sign-bold = trwm
preview-sign-italic = italig
preview-sign-underline = tanlinellu
preview-sign-ends = ei ddiwedd
preview-sign-note = nodyn y trawsgrifiwr
preview-sign-note-ends = diwedd y nodyn
# The heading of the print room, and the link to it.
preview-room = Ystafell argraffu
# Where no leaflet can be shown there.
preview-room-empty = Nid oes taflen eto. Mae ffeil yn `print/` yn gwneud un.
# The choice to see folds and what no printer reaches.
preview-room-folds = Dangos y plygiadau, a’r hyn na all argraffydd swyddfa ei gyrraedd
# The choice to see it in black and white.
preview-room-grey = Ei dangos mewn du a gwyn
# The link to the PDF for an office printer.
preview-room-office = Ar gyfer argraffydd swyddfa (PDF)
# The link to the PDF for a print firm.
preview-room-press = Ar gyfer cwmni argraffu (PDF)
# The link to the PDF in large print.
preview-room-large = Mewn print bras (PDF)
# What shows the first pages in large print.
preview-room-large-pages = Dangos y tudalennau cyntaf mewn print bras
# The name of a picture of one side.
preview-room-side = ochr { $number }
# Before what stands at another place that belongs to a finding.
preview-see = Gweler { $file }, llinell { $line }:
# A finding that stops publication.
preview-error = Gwall
# A finding that should be mended.
preview-warning = Rhybudd
# A finding that is worth knowing.
preview-note = Nodyn
# What one finding of a page is called; `$level` is one of the three above.
preview-numbered = { $level } { $number }
# How many findings there are.
preview-findings =
    { $count ->
        [one] { $count } canfyddiad
        [two] { $count } ganfyddiad
        [few] { $count } chanfyddiad
        [many] { $count } chanfyddiad
       *[other] { $count } canfyddiad
    }
# How many findings a page has.
preview-on-this-page =
    { $count ->
        [0] Dim canfyddiadau ar y dudalen hon
        [one] { $count } canfyddiad ar y dudalen hon
        [two] { $count } ganfyddiad ar y dudalen hon
        [few] { $count } chanfyddiad ar y dudalen hon
        [many] { $count } chanfyddiad ar y dudalen hon
       *[other] { $count } canfyddiad ar y dudalen hon
    }
# The same, where `$errors` of them stop publication.
preview-on-this-page-stops =
    { $count ->
        [one] { $count } canfyddiad ar y dudalen hon, sy’n atal cyhoeddi
        [two] { $count } ganfyddiad ar y dudalen hon, { $errors } ohonynt yn atal cyhoeddi
        [few] { $count } chanfyddiad ar y dudalen hon, { $errors } ohonynt yn atal cyhoeddi
        [many] { $count } chanfyddiad ar y dudalen hon, { $errors } ohonynt yn atal cyhoeddi
       *[other] { $count } canfyddiad ar y dudalen hon, { $errors } ohonynt yn atal cyhoeddi
    }
# How many findings other pages have.
preview-elsewhere =
    { $count ->
        [one] { $count } canfyddiad mewn mannau eraill
        [two] { $count } ganfyddiad mewn mannau eraill
        [few] { $count } chanfyddiad mewn mannau eraill
        [many] { $count } chanfyddiad mewn mannau eraill
       *[other] { $count } canfyddiad mewn mannau eraill
    }
# The same, where `$errors` of them stop publication.
preview-elsewhere-stops =
    { $count ->
        [one] { $count } canfyddiad mewn mannau eraill, sy’n atal cyhoeddi
        [two] { $count } ganfyddiad mewn mannau eraill, { $errors } ohonynt yn atal cyhoeddi
        [few] { $count } chanfyddiad mewn mannau eraill, { $errors } ohonynt yn atal cyhoeddi
        [many] { $count } chanfyddiad mewn mannau eraill, { $errors } ohonynt yn atal cyhoeddi
       *[other] { $count } canfyddiad mewn mannau eraill, { $errors } ohonynt yn atal cyhoeddi
    }
# How many findings stop publication.
preview-errors =
    { $count ->
        [two] { $count } wall
       *[other] { $count } gwall
    }
# How many findings should be mended.
preview-warnings =
    { $count ->
        [two] { $count } rybudd
       *[other] { $count } rhybudd
    }
# How many findings are worth knowing.
preview-notes = { $count } nodyn
# How many findings are shown.
preview-shown = Yn dangos { $shown } o’r canfyddiadau, o gyfanswm o { $all }
# Where a finding stands in its file.
preview-place = llinell { $line }, colofn { $column }
# Where a finding stands.
preview-place-in-file = { $file }, llinell { $line }, colofn { $column }

## Who prints leaflets

place-college = Colegau
place-court = Llysoedd
place-dentist = Deintyddion
place-emergency-department = Adrannau achosion brys
place-gp-surgery = Meddygfeydd
place-hospital = Ysbytai
place-library = Llyfrgelloedd
place-pharmacy = Fferyllfeydd
place-police-station = Gorsafoedd heddlu
place-prison = Carchardai
place-school = Ysgolion

## Languages

language-ar = Arabeg
language-bn = Bengaleg
language-cy = Cymraeg
language-en = Saesneg
language-es = Sbaeneg
language-fa = Perseg
language-fr = Ffrangeg
language-gd = Gaeleg yr Alban
language-gu = Gwjarati
language-hi = Hindi
language-it = Eidaleg
language-ku = Cwrdeg
language-lt = Lithwaneg
language-pa = Pwnjabeg
language-pl = Pwyleg
language-ps = Pashto
language-pt = Portiwgaleg
language-ro = Rwmaneg
language-so = Somaleg
language-sq = Albaneg
language-ta = Tamileg
language-ti = Tigrinya
language-tr = Tyrceg
language-uk = Wcreineg
language-ur = Wrdw
language-zh = Tsieineeg
