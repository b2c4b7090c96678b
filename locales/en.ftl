### English, as it is written in Britain. All other languages take what they lack from here.
### Read by a native reader: no.
### What stands in braces is put in by Handbill. The comment over each message says what it is for.

## Web pages

# What an old address says.
web-moved = This page has moved
# The link over the header.
web-skip = Skip to the main text
# What stands before the phone number.
web-talk = Talk to us
# The main navigation's name.
web-main = Main
# The home page's name.
web-home = Home
# The breadcrumbs' name.
web-crumbs = Breadcrumbs
# The list of translations' name.
web-translations = This page in other languages
# The leaflets' name in the navigation.
web-leaflets = Leaflets
# What the leaflets are for.
web-leaflets-summary = Print them, fold them, leave them where people wait.
# The exit control, where the site says nothing of its own.
web-leave = Leave this site
# The exit region's name.
web-leave-region = Leave quickly
# What else leaves the site.
web-leave-hint = or press Shift 3 times
# After the first press.
web-leave-two = Press Shift 2 more times to leave this site.
# After the second press.
web-leave-one = Press Shift 1 more time to leave this site.
# The list of headings.
web-contents = On this page
# The list of formats.
web-paper = Take it on paper
# The cards of the home page.
web-ways-in = What do you need?
# The pages below a section that says much itself.
web-below = More in this section
# Asks for what is not there.
web-ask = Need another format or language?
# Before a number to ring.
web-call = Call
# After the number.
web-or-write = or write to us.
# After the number, before an address.
web-or-write-to = or write to:
# Before the list of formats in the text.
web-take = You can take this page away:
# Before the day of publication.
web-published = Published
# Before the day of the last change.
web-changed = Last changed
# Before the day of the next review.
web-review = We look at this page again by
# Before the owner.
web-owner = Looked after by
# The history of changes.
web-history = What has changed
# The footer's navigation.
web-about = About this site
# Before the publisher.
web-publisher = Published by
# Before the page's address, on paper.
web-address = This page is at
# The list of notes.
web-notes = Notes and sources
# Before where a figure comes from.
web-source = Source:
# Before the people a figure was counted from.
web-base = Base:
# Before the place of a figure.
web-place = Place:
# Before the day on which a figure was compared with its source.
web-checked = Checked
# Before a textphone number.
web-textphone = Textphone:
# Before an email address.
web-email = Email:
# Before a postal address.
web-write-to = Write to:
# A task that is done.
web-done = Done:
# A task that is not.
web-to-do = To do:
# A table without a caption.
web-table = Table
# The page of recommendations that are not finished.
web-recommendations = Open recommendations
# What that page is for.
web-recommendations-summary = What reports recommended, and what is not finished yet. The newest change comes first.
# All that it says where every one is finished.
web-recommendations-done = Nothing is open. Every recommendation is done, or was not accepted.
# The list of the reports that they come from.
web-reports = The reports
# One recommendation, before its number or letter.
web-recommendation = Recommendation
# Before the report that a recommendation is from.
web-from-report = From:
# A film.
web-film = Film
# The list of files for programs.
web-data = Dates and data
# Before the list of a page's topics, and the list of all topics.
web-topics = Topics
# What the list of all topics is.
web-topics-summary = What our pages are about. Choose one to see all that we say on it.
# The list of what changes next.
web-changes = What changes next
# What it is.
web-changes-summary = The days on which something opens, closes or ends, the soonest first.
# Where nothing will change by itself.
web-no-changes = Nothing on this site will open, close or end by itself.
# A page that will be taken away.
web-goes = Is taken away
# After the name of a film that is signed.
web-in-sign-language = in British Sign Language
# The link to a film as a file.
web-download-film = Download the film
# The same where it is signed.
web-download-signed = Download the film in British Sign Language
# The page for wrong addresses.
web-not-found = Page not found
# What it says first.
web-not-found-summary = The page is not here. It may have moved, or the address may have a slip in it.
# What readers can do then.
web-not-found-help = If you typed the address, look at it again. If you followed a link on this site, tell us and we will mend it.
# The link to the home page.
web-go-home = Go to the home page
# The page of leaflets.
web-leaflets-title = Leaflets to print
# What that page says first.
web-leaflets-page-summary = Print them, fold them, leave them where people wait. They are grouped by who prints them.
# Where there are none.
web-leaflets-none = There are no leaflets yet.
# Leaflets that no place is named for.
web-everybody = Everybody

## Words that something is put into

# The way back from a note.
sentence-back-to-note = Back to note { $number } in the text
# How many recommendations there are, and how many of them are open.
sentence-of-which-open = Recommendations: { $all }. Still open: { $open }.
# What the page of a topic is.
sentence-topic-summary = All that we say on { $topic }, with what you can act on first.
# What the mark of a note is called.
sentence-note = Note { $number }
# What comes with a film.
sentence-film-with =
    { $with ->
        [captions-text] with captions and the words as text
        [text-sign] with the words as text and British Sign Language
        [captions-text-sign] with captions, the words as text and British Sign Language
       *[text] with the words as text
    }
# How many pages a file has.
sentence-page-count =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
# The language of a file.
sentence-in-language = in { $language }
# Which edition of a leaflet this is, and when it is looked at again.
sentence-leaflet-edition = { $reference }, edition { $edition }, { $issued }. To be reviewed by { $review }.
# How to get copies of a leaflet; the number is a link.
sentence-leaflet-copies = Every leaflet may be copied. For copies by post, call { $phone }.

## Who prints leaflets

place-college = Colleges
place-court = Courts
place-dentist = Dentists
place-emergency-department = Emergency departments (A&E)
place-gp-surgery = GP surgeries
place-hospital = Hospitals
place-library = Libraries
place-pharmacy = Pharmacies
place-police-station = Police stations
place-prison = Prisons
place-school = Schools

## Languages

language-ar = Arabic
language-bn = Bengali
language-cy = Welsh
language-en = English
language-es = Spanish
language-fa = Persian
language-fr = French
language-gd = Scottish Gaelic
language-gu = Gujarati
language-hi = Hindi
language-it = Italian
language-ku = Kurdish
language-lt = Lithuanian
language-pa = Punjabi
language-pl = Polish
language-ps = Pashto
language-pt = Portuguese
language-ro = Romanian
language-so = Somali
language-sq = Albanian
language-ta = Tamil
language-ti = Tigrinya
language-tr = Turkish
language-uk = Ukrainian
language-ur = Urdu
language-zh = Chinese
