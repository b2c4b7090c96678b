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
# Asks whether something on a page is wrong; whom to call comes after it.
web-wrong = Is something on this page wrong, out of date or hard to use?
# The list of pages by title.
web-a-to-z = A to Z
# What that list is.
web-a-to-z-summary = Every page and leaflet by its title.
# The name of its letters.
web-letters = Letters
# The link to the search, and the name of its field.
web-search = Search
# What readers do there, and what becomes of what they type.
web-search-summary = Type three letters or more of what you look for. What you type is not sent to anyone, and is gone when you leave this page.
# What readers without a script are told there, before a link to the list by title.
web-search-without = The search needs JavaScript. Without it, find every page and leaflet here:
# The name of the list of what was found.
web-search-results = Pages that were found
# Before how many pages were found.
web-search-found = Pages found:
# Before how many pages were found that have not all of the words.
web-search-some = No page has all of these words. Pages that have some of them:
# Says that nothing was found.
web-search-none = Nothing was found. Try another word, or look from A to Z.
# Shows more of what was found.
web-search-more = Show more
# Says that the search does not work.
web-search-failed = The search does not work at the moment. Look from A to Z.
# The name of the pages of a long list.
web-parts = Pages of this list
# The first of them, where the others are by year.
web-part-newest = Newest
# Leads to the page before.
web-part-before = Previous page
# Leads to the page after.
web-part-after = Next page
# Over the parts of a guide.
web-guide = In this guide
# Over links to pages that say more.
web-related = Related pages
# Leads to the feed of a list: a file for programs that tell of new pages.
web-feed = Follow this list in a news reader (feed)
# The name of what every page must say for a time.
web-alerts = Alerts
# What an alert of an emergency is called.
web-alert-emergency = Emergency
# Opens the navigation on small screens.
web-menu = Menu
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
web-paper = Get it in another format
# The cards of the home page.
web-ways-in = What do you need?
# The pages below a section that says much itself.
web-below = More in this section
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
# A leaflet's words as plain text.
web-plain-text = Plain text
# The words as a Word document.
web-word = Word document
# The words as a book for reading programs.
web-epub = EPUB book
# What readers with disabilities can rely on in such a book.
web-epub-summary = Headings, lists and tables are marked as what they are. Pictures that carry meaning are described. You can choose the type, its size and the colours.
# The main parts of such a book.
web-landmarks = Main parts
# The list of the pages of print, in a book.
web-page-list = Pages of the printed edition
# Of a file that a machine made, and the first words in it.
web-unread = Made by machine, not yet read by a person.
# The list of where links lead, at the end of plain text.
web-links = Links
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
web-leaflets-page-summary = Print them, fold them, leave them where people wait.
# Where there are none.
web-leaflets-none = There are no leaflets yet.
# What stands over a slip that is filled in on paper.
web-form-on-paper = This slip is for paper. Print it, or call us and we will fill it in with you.
# The links to the lists of leaflets by place.
web-leaflet-places = Who are you printing for?
# What the list of one place says first.
web-leaflets-for-summary = Print them, or ask us for copies, and leave them where people wait.
# That a leaflet needs no colour.
web-leaflet-grey = Fine in black and white.
# The link to the file for office printers.
web-print-one = Print one
# The link from a leaflet in a list to the page with all its files, and how to print and fold it.
web-leaflet-all = All files, and how to print and fold
# The heading over pictures of the rest of a leaflet.
web-leaflet-views = The rest of it as pictures
# The link to all that a place prints, in one file.
web-get-pack = Get the pack
# What is in that file.
web-pack-holds = The pack has every leaflet and poster for you, large print, a note for your staff, and how to print and fold them.

## Words that something is put into

# The way back from a note.
sentence-back-to-note = Back to note { $number } in the text
# How many recommendations there are, and how many of them are open.
sentence-of-which-open = Recommendations: { $all }. Still open: { $open }.
# Which page of a long list or guide this is. `$number`, `$count`.
sentence-list-part = Page { $number } of { $count }
# The title of the page of a long list that is of one year. `$title`, `$year`.
sentence-list-of-year = { $title }, { $year }
# How many pages a topic has.
sentence-topic-count = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
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
# How many volumes those pages come in.
sentence-volume-count =
    { $count ->
        [one] { $count } volume
       *[other] { $count } volumes
    }
# The language of a file.
sentence-in-language = in { $language }
# Which edition of a leaflet this is, and when it is looked at again.
sentence-leaflet-edition = { $reference }, edition { $edition }, { $issued }. To be reviewed by { $review }.
# The title of the list of leaflets of one place.
sentence-leaflets-for = Leaflets: { $place }
# What the picture of a leaflet shows.
sentence-leaflet-front = The front of “{ $title }”
# What a picture of another side of it shows.
sentence-leaflet-side = Side { $number } of “{ $title }”
# What a picture of two pages of a booklet shows.
sentence-leaflet-spread = Pages { $first } and { $second } of “{ $title }”
# What the picture of a booklet’s back shows.
sentence-leaflet-back = The back of “{ $title }”
# What paper one copy takes.
sentence-leaflet-paper =
    { $sheets ->
        [one] One copy takes one sheet of { $paper }.
       *[other] One copy takes { $sheets } sheets of { $paper }.
    }
# How to get copies of a leaflet; the number is a link.
sentence-leaflet-copies = Every leaflet may be copied. For copies by post, call { $phone }.
# A time with both its ends.
sentence-period = { $from } to { $to }
# A time without an end.
sentence-period-from = from { $from }
# A time without a beginning.
sentence-period-until = until { $to }
# What a recommendation is called.
sentence-recommendation = Recommendation { $id }
# A time of day. `$at` is `midday`, `am`, `pm`, or at a whole hour `hour-am`, `hour-pm`; `$hour` goes from 1 to 12, `$hour24` from 0 to 23; `$minute` has two digits.
sentence-time =
    { $at ->
        [midday] midday
        [hour-am] { $hour }am
        [hour-pm] { $hour }pm
        [am] { $hour }:{ $minute }am
       *[pm] { $hour }:{ $minute }pm
    }
# A time of a day.
sentence-moment = { $time } on { $day }
# How long a film is.
sentence-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
# How long a film is.
sentence-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
# How long a film is.
sentence-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
# The size of a file.
sentence-kilobytes = { $size } KB
# The size of a file.
sentence-megabytes = { $size } MB
# A sum of money.
sentence-money = £{ $sum }
# A sum of money.
sentence-money-million = £{ $sum } million
# A share.
sentence-percent = { $number }%
# Who publishes it. `$name`.
sentence-audio-by = Published by { $name }.
# On a translation whose original was changed since.
sentence-web-behind = The original of this page was changed on { $date }. This page may not say so yet.
# The day of its last change. `$date`.
sentence-audio-changed = Last changed on { $date }.
# How long it takes. `$count`: minutes.
sentence-audio-minutes =
    It takes about { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }.
# How many parts it has; there are two or more. `$count`.
sentence-audio-parts = It has { $count } parts.
# Which part this is. `$number`, `$count`.
sentence-audio-part = Part { $number } of { $count }:
# A note, where it belongs and where it is read. `$number`.
sentence-audio-note = note { $number }
# Before a table. `$rows`, `$columns`.
sentence-audio-table =
    Table with { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    }.
# Before a row of it. `$number`.
sentence-audio-row = Row { $number }.
# The last words. `$title`.
sentence-audio-end = End of “{ $title }”.
# The foot of a page on paper.
sentence-print-page = Page { $number } of { $count }
# Where a page of the printed edition starts, in a book.
sentence-print-page-starts = Print page { $number }
# After a link within a document on paper.
sentence-print-on-page = (page { $number })
# On the cover and the pages of a long document in large print.
sentence-print-volume = Volume { $number } of { $count }
# Before the list of other pages of the site that a document leads to.
sentence-print-further = These letters in brackets stand in the text. If you do not use the internet, call { $phone } and tell us what you would like to read.
# In that list: the leaflet that leads to the page too.
sentence-print-further-leaflet = On paper: leaflet { $reference }.
# The same, where it is in another language than the document.
sentence-print-further-foreign = On paper, in { $language }: leaflet { $reference }.
# Asks whether a reader of a page wants it otherwise; `$forms` is a list with “or” of the forms that are not there.
sentence-web-ask = Need this { $forms }?
# How to get other formats; `$forms` is a list with “or” of those that are not there, `$ways` one of the three below.
sentence-print-ask = To get this { $forms }, { $ways }.
# What a QR code is, for readers who cannot see it.
sentence-print-code = QR code: opens { $address }
# After the address beside a QR code.
sentence-print-or-call = Or call { $phone }.
# One way.
sentence-print-call = call { $phone }
# One way.
sentence-print-email = email { $email }
# One way.
sentence-print-write = write to { $address }
# When a page was published.
sentence-print-published = Published { $day }
# When it was last changed; it may stand inside a sentence.
sentence-print-changed = last changed { $day }
# When somebody looks at it again.
sentence-print-review = We check it again by { $day }
# Which edition of a leaflet this is.
sentence-print-edition = { $reference }, edition { $edition }. Issued { $issued }. We check it again in { $review }.
# Which edition of a leaflet this is, on a card or a strip.
sentence-print-edition-short = { $reference }, edition { $edition }, { $issued }
# The heading of a letter that asks for copies of a leaflet back.
sentence-recall-stop = Please stop giving out { $leaflet }
# In that letter: what somebody has.
sentence-recall-copies =
    { $count ->
        [one] 1 copy
       *[other] { $count } copies
    }, edition { $edition }, { $language }, sent on { $day }
# In that letter: two things beside each other, such as “RJ-01, Restorative justice” or “The office, telephone”.
sentence-recall-of = { $name }, { $detail }
# In that letter: what was so, and what is so now.
sentence-recall-was = { $what }. Old: { $then }. New: { $now }.
# In that letter: what was so, and no longer is.
sentence-recall-gone = { $what }. Old: { $then }. There is no new one.
# In that letter: what is new.
sentence-recall-new = { $what }. This is new: { $now }.
# In that letter: the words under a heading have changed.
sentence-recall-panel = What stands under “{ $heading }” has changed.
# In that letter: the words of a part without a heading have changed.
sentence-recall-part = What stands in part { $number } has changed.
# In that letter: there is a newer edition.
sentence-recall-edition = Edition { $edition } is out.
# In that letter: where the new leaflet is.
sentence-recall-get = Print the new one from { $address }, or ask us for copies.
# In that letter: how to ask; `$ways` is a list with “or”, as below another message.
sentence-recall-question = If you have a question, { $ways }.
# At the foot of such a letter of more than one page.
sentence-recall-page = { $holder }: page { $number } of { $count }
# The title of a sheet of address labels.
sentence-recall-labels = Address labels, { $reference }
# The title of how to print and fold a leaflet.
sentence-how-to-fold = How to print and fold “{ $title }”
# The title of how to print a leaflet that is not folded.
sentence-how-to-print = How to print “{ $title }”
# A step of folding. Panels are numbered in the picture beside it.
sentence-fold-first = Turn it so that you see panels { $panels }. Fold panel { $panel } over panel { $onto }.
# The same, where the panel goes behind.
sentence-fold-back = Turn it so that you see panels { $panels }. Fold panel { $panel } back, behind panel { $onto }.
# The next step of folding.
sentence-fold-last = Fold panel { $panel } over too.
# A step of folding: once, in the middle.
sentence-fold-half = Turn it so that you see panels { $panels }. Fold it in the middle.
# How to know that it is folded as it should be.
sentence-fold-done = It is right when panel { $front } is the front.
# What a drawing shows, for readers who do not see it.
sentence-seen-sides = Drawing: one side of the sheet has panels { $one }, the other side { $other }.
# The same, of one side.
sentence-seen-side = Drawing: the sheet has panels { $panels }.
# The same, of copies to cut apart.
sentence-seen-copies = Drawing: { $count } copies on one sheet, with dashed lines between them.
# The same, of a sheet that is being folded.
sentence-seen-lifted = Drawing: panels { $panels } from left to right. Panel { $panel } is lifted along a dashed line.
# The same, of the folded sheet.
sentence-seen-folded = Drawing: the folded sheet, with panel { $front } on top.

## Kinds of page

kind-more = More about this
kind-begins = Starts
kind-ends = Ends
kind-place = Where
kind-access = Getting in and joining in
kind-cost = Cost
kind-booking = How to book
kind-apply-by = Apply by
kind-applied-by = Closed
kind-opened = Opened
kind-sent-on = We sent applications to the funder by
kind-applications-open = You can apply from
kind-sent-on-by = We send applications to the funder by
kind-total = Total money available
kind-minimum = Smallest grant
kind-maximum = Largest grant
kind-eligible = Who can apply
kind-not-eligible = Who cannot apply
kind-documents = Documents
kind-awards = Who got the money
kind-awards-caption = Grants that we made
kind-recipient = Who
kind-purpose = What for
kind-amount = Amount
kind-decided = Decided on
kind-opens = Opens
kind-closes = Answer by
kind-how-to-answer = How to answer
kind-online = Online
kind-form = Fill in our form
kind-email = By email
kind-phone = By phone
kind-post = By post
kind-in-person = In person
kind-outcome = What came of it
kind-answered = People who answered
kind-asked = We asked
kind-said = You said
kind-did = We did
kind-not-legal = This page is not the legal notice
kind-not-legal-text = It explains the notice in plain English. If the two differ, the legal notice counts.
kind-read-legal = Read the legal notice
kind-engagement-by = Talk to us by
kind-engagement-closed = Talks with us closed
kind-engagement-opened = Talks with us opened
kind-bids-closed = Bids were due
kind-engagement-opens = You can talk to us from
kind-bids-by = Bids by
kind-tender-published = Tender published on
kind-tender-planned = Tender planned for
kind-contract-start = Contract starts
kind-contract-end = Contract ends
kind-without-vat = Value without VAT
kind-with-vat = Value with VAT
kind-reference = Reference
kind-ocid = Open Contracting ID
kind-notice-type = Type of notice
kind-law = Law
kind-pcr2015 = Public Contracts Regulations 2015
kind-pa2023 = Procurement Act 2023
kind-buyer = Buyer
kind-cpv = What is bought, with its code
kind-links = Links
kind-replaced = There is a newer one
kind-replaced-text = Read this instead:
kind-replaces = Takes the place of
kind-replaced-by = Replaced by
kind-aims = What we want to reach
kind-period = When it applies
kind-paper-copy = Get it on paper
kind-paper-copy-call = Ask us for a paper copy. Call
kind-paper-copy-write = You can also write to us:
kind-details-changed = We changed some details, so that nobody can be recognised.
kind-notes = Notes for editors
kind-journalists = For journalists
kind-meeting = Meeting
kind-submitted-by = Submitted by
kind-progress = How far each one has come
kind-progress-caption = Recommendations and how far each has come
kind-recommendation = Recommendation
kind-where-it-is = How far it is
kind-last-change = Last change
kind-all-open = See every recommendation that is still open
kind-answer = Answer
kind-what-happened = What has happened
kind-full-version = Read the full version:
kind-signed-version = In British Sign Language
kind-signed-by = Signed by
kind-transcript = Transcript
kind-read-transcript = Read what is said and shown:
kind-tested-by = Tried out by
kind-notice-uk1 = Pipeline notice
kind-notice-uk2 = Preliminary market engagement notice
kind-notice-uk3 = Planned procurement notice
kind-notice-uk4 = Tender notice
kind-notice-uk5 = Transparency notice
kind-notice-uk6 = Contract award notice
kind-notice-uk7 = Contract details notice
kind-notice-pin = Prior Information Notice

## Paper

# A form that readers may ask for, as it stands in a list after “to get this”.
print-form-large-print = in large print
print-form-braille = in braille
print-form-easy-read = in Easy Read
print-form-audio = on audio
print-form-language = in another language
# Beside a QR code, before the address that it opens.
print-scan = Point your phone’s camera at the square, or type:
# In a pack: what is in it.
print-pack-contents = What is in this pack
# In a pack: how to print and fold.
print-pack-how = How to print and fold
# In a pack: that nothing is made larger or smaller.
print-pack-scale = Print at actual size, which is 100%. Turn off “fit to page”.
# In a pack: print on one side.
print-pack-one-side = Print on one side.
# In a pack: print on both sides, turned on the short edge.
print-pack-short-edge = Print on both sides, turned on the short edge.
# In a pack: print on both sides, turned on the long edge.
print-pack-long-edge = Print on both sides, turned on the long edge.
# In a pack: cut.
print-pack-cut = Cut along the lines.
# In a pack: fold.
print-pack-fold = Fold along the small marks at the edge of the paper.
# In a pack: fold and staple.
print-pack-staple = Open the booklet and staple it twice in the fold, from outside.
# In a pack: fold a booklet.
print-pack-middle = Put the sheets into each other and fold them in the middle.
# In a pack: a strip to tear off.
print-pack-tear = Cut between the tabs. Tear one off yourself, so that nobody has to be the first.
# What a drawing shows, for readers who do not see it.
print-seen-tabs = Drawing: a poster whose tabs are cut apart. One is torn off.
# The same, of a booklet.
print-seen-staples = Drawing: the open booklet, with two staples in its fold.
# Before the list of what stands on each panel.
print-fold-panels = The panels:
# In a pack: the note for staff.
print-pack-staff = A note for staff
# In a pack: offer a leaflet privately.
print-pack-private = Offer a leaflet when nobody else can see or hear.
# In a pack: ask whether it is safe to take.
print-pack-safe = First ask: “Is it safe for you to take this?” Somebody at home may find it.
# In a pack: what to do where it is not.
print-pack-instead = If it is not safe, they can remember the number, or call us from here.
# In a letter that asks for copies of a leaflet back.
print-recall-thanks = You have copies of this leaflet from us. Thank you for giving it to people.
# A heading in that letter.
print-recall-have = What you have
# A heading in that letter.
print-recall-wrong = What has changed
# A heading in that letter.
print-recall-do = What to do
# A step in that letter.
print-recall-stop = Stop giving these copies out today.
# A step in that letter.
print-recall-clear = Take them off shelves, racks and desks, and recycle them.
# A step in that letter, where the copies tell a story that may not be told.
print-recall-destroy = Take them off shelves, racks and desks. Tear them up, or send them back to us, so that nobody can read them.
# A step in that letter.
print-recall-tell = Tell us when it is done, and how many you had left.
# In that letter: the leaflet is not made any more.
print-recall-none = We do not make this leaflet any more. Ask us what to give people in its place.
# In that letter: the pictures on the leaflet have changed.
print-recall-pictures = It has other pictures now.
# In that letter: the copies tell a story that may not be told.
print-recall-story = It tells a story that we may not tell any more.
# In that letter: what has changed.
print-detail-figure = A figure
# In that letter: what has changed.
print-detail-statement = A sentence about a figure
# In that letter, after a contact’s name.
print-detail-name = name
# In that letter, after a contact’s name.
print-detail-title = heading
# In that letter, after a contact’s name.
print-detail-phone = telephone
# In that letter, after a contact’s name.
print-detail-textphone = textphone
# In that letter, after a contact’s name.
print-detail-email = email
# In that letter, after a contact’s name.
print-detail-hours = hours
# In that letter, after a contact’s name.
print-detail-address = address
# In that letter, after a contact’s name.
print-detail-note = note for callers
# The heading over footnotes.
print-notes = Notes
# The heading over the sources of figures.
print-sources = Where the figures come from
# The heading over footnotes and the sources of figures.
print-notes-and-sources = Notes and sources
# The heading over the list of contents of a document on paper.
print-contents = Contents
# The heading over the list of other pages of the site that a document leads to.
print-further = Where to read more
# What stands before the source of the figures of a panel.
print-source = Source:
# The invitation on the cover of large print.
print-another = Ask us for this in another size, format or language.
# On a leaflet in another language, to readers of this one.
print-also-in-this = This leaflet is in English too: ask us.
# What stands before a page's address.
print-web = On the web:
# What stands before a film's title.
print-film = Film:
# What stands before the address at which a film can be watched.
print-watch = Watch it on the web:
# What stands before the address of what is said in a film.
print-transcript = Read what is said:
# What stands before a textphone number.
print-textphone = Textphone:
# What stands before an email address.
print-mail = Email:
# What stands over a phone number.
print-call-us = Call us
# Clear print.
print-clear = Clear print, 14 point
# Large print.
print-large = Large print, 18 point
# Giant print.
print-giant = Giant print, 24 point
# A leaflet, card or poster for an office printer.
print-leaflet-office = To print in the office
# A leaflet, card or poster for a print firm.
print-leaflet-press = To give to a print firm
# A picture of one side of a leaflet, card or poster.
print-leaflet-picture = A picture of it
# The mark of a task that is done.
print-done = Done:
# The mark of a task that is not.
print-to-do = To do:

## Braille

# The braille file for embossers and displays.
braille-to-emboss = Braille
# The same as XML, for archives and libraries.
braille-to-keep = Braille as XML
# Which braille code it is in.
braille-uncontracted = In Unified English Braille, uncontracted (grade 1).
# The same, for words that are shortened.
braille-contracted = In Unified English Braille, contracted (grade 2).
# The same, for the code of another language.
braille-other-uncontracted = In the braille of this language, uncontracted (grade 1).
# The same, for the code of another language that shortens words.
braille-other-contracted = In the braille of this language, contracted (grade 2).
# Before the words that say what a picture shows.
braille-picture = Picture:
# The last line of braille.
braille-end = End

## Audio

# The script to read out.
audio-script = Script to read out
# The same for a voice, in SSML.
audio-for-voices = Script for a voice
# Sound that a person recorded.
audio-recorded = Sound, read by a person
# Sound that a computer's voice made.
audio-spoken = Sound, read by a computer’s voice
# Over the player of a page.
audio-listen = Listen to this page
# Under the player, where a person speaks.
audio-read-by-person = A person reads it out.
# The same, where a computer's voice does.
audio-read-by-machine = A computer’s voice reads it out.
# Over the list of the parts of a sound, each a link to it.
audio-parts = Parts
# A link under the player to the words of the sound.
audio-transcript = Read the words of the sound
# Where notes are read.
audio-notes-at-end = Notes are read at the end.
# Before what a picture shows.
audio-picture = Picture:
# Before somebody's words.
audio-quote = Quote:
# After them.
audio-quote-ends = End of quote.
# Before the name of whose words they are.
audio-said-by = Said by
# Before an answer that can be ticked.
audio-tick = Box to tick:
# In place of lines to write on.
audio-space-to-write = Space to write.
# The last part: whom to ask.
audio-contact = How to reach us.

## Easy Read

# The name of the format, in lists of formats and on covers.
easy-label = Easy Read
# The file of the booklet, which is printed on A4 and folded.
easy-booklet = Easy Read booklet, to fold
# Over what an Easy Read text says of itself.
easy-about = About this Easy Read
# The first sentences of it.
easy-what = This is in Easy Read. It has short sentences and pictures.
# Under that.
easy-help = You can ask somebody to help you to read it.
# Where the text has a list of words.
easy-bold = Some words are in bold. These words can be hard. We say what they mean.
# Over how to reach the publisher.
easy-ask = How to ask us
# Before the phone number.
easy-phone = You can phone us on
# Before the textphone number.
easy-textphone = Our textphone number is
# Before the email address.
easy-email = You can email us at
# Before the address, a line of the address each.
easy-post = You can write to us. Our address is:
# How to have the text in another form.
easy-other = You can ask for this in another way. For example, in large print or to listen to.
# Where nobody has tested the text.
easy-untested = People with a learning disability have not tested this yet.
# Where the text has changed since it was tested.
easy-retest = We have changed this since people tested it.
# Where the page that it was made from has changed since.
easy-outdated = The full page has changed. Some of this may be old. Ask us what is new.
# Before who made the pictures.
easy-pictures = The pictures:

## Callouts

# A note.
callout-information = Information
# A warning.
callout-warning = Warning
# What must not be missed.
callout-important = Important
# An example.
callout-example = Example

## How far a recommendation is

# Of a recommendation.
progress-open = No answer yet
# Of a recommendation.
progress-accepted = Accepted
# Of a recommendation.
progress-partly-accepted = Partly accepted
# Of a recommendation.
progress-in-progress = In progress
# Of a recommendation.
progress-done = Done
# Of a recommendation.
progress-not-accepted = Not accepted

## Where a page stands in its life

state-open = Open
state-open-hour = Open until
state-open-day = Open until the end of
state-engagement-open = Open to suppliers
state-engagement-open-day = Suppliers can talk to us until
state-tender-published = Tender published
state-tender-published-day = Tender published. The day that counts:
state-in-consultation = Draft, out for your views
state-in-consultation-day = Draft, out for your views until
state-coming = Coming
state-coming-day = Coming:
state-not-yet-open = Not open yet
state-not-yet-open-day = Not open yet. Opens on
state-planned = Planned
state-planned-day = Planned for
state-draft = Draft
state-draft-day = Draft of
state-adopted = In force
state-adopted-day = In force since
state-outcome-published = Closed: outcome published
state-outcome-published-day = Closed. Outcome published on
state-closed = Closed
state-closed-hour = Closed at
state-closed-day = Closed. The last day was
state-over = Over
state-over-day = Over. It was:
state-superseded = Replaced by a newer one
state-superseded-day = Replaced by a newer one on
state-withdrawn = Withdrawn
state-withdrawn-day = Withdrawn on
state-expired = Out of date: kept as a record
state-expired-day = Out of date: kept as a record since
state-opens = Opens. It is open until
state-engagement-opens = Opens to suppliers. They can talk to us until
state-tender-begins = The tender is published. The day that counts:
state-closes = Closes
state-ends = Is over
state-outcome-begins = The outcome is published
state-expires = Goes out of date, and is kept as a record

## Files for programs

# The file of a page’s dates.
data-calendar = Dates for your calendar
# A notice for programs.
data-release = The notice as open data (OCDS)
# What was awarded.
data-awards-table = The awards as a table
# The same for programs.
data-awards-data = The awards as open data (360Giving)
# A date in a calendar, before the page’s title.
data-closes = Closes
# A date in a calendar.
data-engagement = Last moment to talk to the buyer
# A date in a calendar.
data-tender = Bids are due
# A date in a calendar.
data-opens = Opens

## The preview, which only its authors see

# Said when the page has changed.
preview-updated = Page updated.
# Said when the page and its findings have changed; `$findings` is how many it has.
preview-updated-with-findings = Page updated. { $findings }.
# Said when only the page's findings have changed; `$findings` is how many it has.
preview-findings-updated = Findings updated. { $findings }.
# Said when the page is no longer there.
preview-gone = This page is gone. Its last version stays here.
# Said when the preview no longer answers.
preview-stopped = The preview has stopped. This page stays as it is until it runs again.
# Said when a fix has been copied.
preview-copied = Copied
# Said when the browser does not let a fix be copied.
preview-not-copied = It could not be copied. Select it and copy it yourself.
# The button that leads from a finding to its place on the page.
preview-show = Show on the page
# The name of the marks on a page, for those who do not see them.
preview-marks = Marks of Handbill on this page
# The name of the panel, for those who do not see it.
preview-panel = Findings of Handbill
# Before how to mend a finding.
preview-help = What to do:
# The button that copies a fix.
preview-copy = Copy
# The heading of a fix that keeps the meaning.
preview-fix = Fix
# The heading of a fix that the author must look at.
preview-fix-unsure = Possible fix: check that it says what you mean
# Before words that should be deleted.
preview-take-out = Take out
# Before words that should be added.
preview-put-in = Put in
# Before words that others should replace.
preview-change = Change
# Before the words that should replace them.
preview-into = into
# Of a finding that keeps all pages from being made.
preview-every-page = This keeps every page as it was.
# The link to the list of all findings.
preview-all = All findings
# The heading over findings that are about no file.
preview-whole-site = The whole site
# The heading of the list of all findings.
preview-title = Findings
# The link from that list to the home page.
preview-back = Back to the site
# The name of the filters.
preview-filters = Show only
# The filter by how much a finding matters.
preview-level = Level
# The filter by rule.
preview-rule = Rule
# The filter by file.
preview-file = File
# The choice of that filter that leaves all in.
preview-any-level = All levels
# The choice of that filter that leaves all in.
preview-any-rule = All rules
# The choice of that filter that leaves all in.
preview-any-file = All files
# The button of the filters.
preview-apply = Apply
# The link that takes the filters away.
preview-clear = Show all findings
# Where nothing was found.
preview-nothing = Nothing to mend.
# Where the filters leave nothing.
preview-no-match = No finding is of this kind.
# The link to a page that has findings.
preview-open = Open the page
# The page’s braille as dots, and the link to it.
preview-braille = This page in braille
# The link to that page word by word, and its heading.
preview-cells = Braille beside the words
# The link to more words.
preview-cells-more = More words
# Signs of braille, beside their cells.
preview-sign-number = number sign
preview-sign-capital = capital sign
preview-sign-capital-word = capital word sign
preview-sign-capital-passage = capital passage sign
preview-sign-capitals-end = capitals end
preview-sign-letter = letter sign
preview-sign-bold = bold
preview-sign-italic = italic
preview-sign-underline = underline
preview-sign-ends = end of it
preview-sign-note = transcriber’s note
preview-sign-note-ends = note ends
# The heading of the print room, and the link to it.
preview-room = Print room
# Where no leaflet can be shown there.
preview-room-empty = There is no leaflet yet. A file in `print/` makes one.
# The choice to see folds and what no printer reaches.
preview-room-folds = Show folds, and what no office printer reaches
# The choice to see it in black and white.
preview-room-grey = Show it in black and white
# The link to the PDF for an office printer.
preview-room-office = For an office printer (PDF)
# The link to the PDF for a print firm.
preview-room-press = For a print firm (PDF)
# The link to the PDF in large print.
preview-room-large = In large print (PDF)
# What shows the first pages in large print.
preview-room-large-pages = Show the first pages in large print
# The name of a picture of one side.
preview-room-side = side { $number }
# Before what stands at another place that belongs to a finding.
preview-see = See { $file }, line { $line }:
# A finding that stops publication.
preview-error = Error
# A finding that should be mended.
preview-warning = Warning
# A finding that is worth knowing.
preview-note = Note
# What one finding of a page is called; `$level` is one of the three above.
preview-numbered = { $level } { $number }
# How many findings there are.
preview-findings =
    { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }
# How many findings a page has.
preview-on-this-page =
    { $count ->
        [0] No findings on this page
        [one] { $count } finding on this page
       *[other] { $count } findings on this page
    }
# The same, where `$errors` of them stop publication.
preview-on-this-page-stops =
    { $count ->
        [one] { $count } finding on this page, which stops publication
       *[other]
            { $errors ->
                [one] { $count } findings on this page, { $errors } of them stops publication
               *[other] { $count } findings on this page, { $errors } of them stop publication
            }
    }
# How many findings other pages have.
preview-elsewhere =
    { $count ->
        [one] { $count } finding elsewhere
       *[other] { $count } findings elsewhere
    }
# The same, where `$errors` of them stop publication.
preview-elsewhere-stops =
    { $count ->
        [one] { $count } finding elsewhere, which stops publication
       *[other]
            { $errors ->
                [one] { $count } findings elsewhere, { $errors } of them stops publication
               *[other] { $count } findings elsewhere, { $errors } of them stop publication
            }
    }
# How many findings stop publication.
preview-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
# How many findings should be mended.
preview-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
# How many findings are worth knowing.
preview-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
# How many findings are shown.
preview-shown =
    { $all ->
        [one] Showing { $shown } of { $all } finding
       *[other] Showing { $shown } of { $all } findings
    }
# Where a finding stands in its file.
preview-place = line { $line }, column { $column }
# Where a finding stands.
preview-place-in-file = { $file }, line { $line }, column { $column }

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
