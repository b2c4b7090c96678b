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
# Asks for what is not there.
web-ask = Angen fformat neu iaith arall?
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
web-leaflets-page-summary = Argraffwch nhw, plygwch nhw, gadewch nhw lle mae pobl yn aros. Maen nhw wedi’u grwpio yn ôl pwy sy’n eu hargraffu.
# Where there are none.
web-leaflets-none = Does dim taflenni eto.
# Leaflets that no place is named for.
web-everybody = Pawb

## Words that something is put into

# The way back from a note.
sentence-back-to-note = Yn ôl at nodyn { $number } yn y testun
# How many recommendations there are, and how many of them are open.
sentence-of-which-open = Argymhellion: { $all }. Yn dal ar agor: { $open }.
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
# The language of a file.
sentence-in-language = { $language }
# Which edition of a leaflet this is, and when it is looked at again.
sentence-leaflet-edition = { $reference }, argraffiad { $edition }, { $issued }. I’w adolygu erbyn { $review }.
# How to get copies of a leaflet; the number is a link.
sentence-leaflet-copies = Mae hawl copïo pob taflen. I gael copïau drwy’r post, ffoniwch { $phone }.

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
