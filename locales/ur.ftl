### Urdu.
### Read by a native reader: no.
### What stands in braces is put in by Handbill. The comment over each message says what it is for.

## Web pages

# What an old address says.
web-moved = یہ صفحہ منتقل ہو گیا ہے
# The link over the header.
web-skip = اصل متن پر جائیں
# What stands before the phone number.
web-talk = ہم سے بات کریں
# The main navigation's name.
web-main = مرکزی فہرست
# Asks whether something on a page is wrong; whom to call comes after it.
web-wrong = کیا اس صفحے پر کچھ غلط، پرانا یا استعمال میں مشکل ہے؟
# The list of pages by title.
web-a-to-z = حروفِ تہجی کے لحاظ سے
# What that list is.
web-a-to-z-summary = ہر صفحہ اور کتابچہ، اس کے عنوان کے لحاظ سے۔
# The name of its letters.
web-letters = حروف
# The link to the search, and the name of its field.
web-search = تلاش
# What readers do there, and what becomes of what they type.
web-search-summary = جو آپ ڈھونڈ رہے ہیں اس کے تین یا زیادہ حروف لکھیں۔ آپ جو لکھتے ہیں وہ کسی کو نہیں بھیجا جاتا، اور جب آپ یہ صفحہ چھوڑتے ہیں تو مٹ جاتا ہے۔
# What readers without a script are told there, before a link to the list by title.
web-search-without = تلاش کے لیے JavaScript درکار ہے۔ اس کے بغیر ہر صفحہ اور کتابچہ یہاں ہے:
# The name of the list of what was found.
web-search-results = ملنے والے صفحات
# Before how many pages were found.
web-search-found = ملنے والے صفحات:
# Before how many pages were found that have not all of the words.
web-search-some = کسی صفحے میں یہ سب الفاظ نہیں۔ وہ صفحات جن میں ان میں سے کچھ ہیں:
# Says that nothing was found.
web-search-none = کچھ نہیں ملا۔ کوئی اور لفظ آزمائیں، یا حروفِ تہجی کی فہرست دیکھیں۔
# Shows more of what was found.
web-search-more = مزید دکھائیں
# Says that the search does not work.
web-search-failed = تلاش اس وقت کام نہیں کر رہی۔ حروفِ تہجی کی فہرست دیکھیں۔
# The name of the pages of a long list.
web-parts = اس فہرست کے صفحات
# The first of them, where the others are by year.
web-part-newest = تازہ ترین
# Leads to the page before.
web-part-before = پچھلا صفحہ
# Leads to the page after.
web-part-after = اگلا صفحہ
# Over the parts of a guide.
web-guide = اس رہنما میں
# Over links to pages that say more.
web-related = متعلقہ صفحات
# Leads to the feed of a list: a file for programs that tell of new pages.
web-feed = یہ فہرست نیوز ریڈر میں دیکھتے رہیں (فیڈ)
# The name of what every page must say for a time.
web-alerts = اہم اطلاعات
# What an alert of an emergency is called.
web-alert-emergency = ہنگامی صورتحال
# Opens the navigation on small screens.
web-menu = مینو
# The home page's name.
web-home = سرِورق
# The breadcrumbs' name.
web-crumbs = صفحے کا راستہ
# The list of translations' name.
web-translations = یہ صفحہ دوسری زبانوں میں
# The leaflets' name in the navigation.
web-leaflets = پمفلٹ
# What the leaflets are for.
web-leaflets-summary = انہیں چھاپیں، تہہ کریں اور وہاں رکھیں جہاں لوگ انتظار کرتے ہیں۔
# The exit control, where the site says nothing of its own.
web-leave = یہ ویب سائٹ چھوڑیں
# The exit region's name.
web-leave-region = فوراً چھوڑیں
# What else leaves the site.
web-leave-hint = یا Shift تین بار دبائیں
# After the first press.
web-leave-two = یہ ویب سائٹ چھوڑنے کے لیے Shift مزید دو بار دبائیں۔
# After the second press.
web-leave-one = یہ ویب سائٹ چھوڑنے کے لیے Shift ایک بار اور دبائیں۔
# The list of headings.
web-contents = اس صفحے پر
# The list of formats.
web-paper = کسی اور شکل میں
# The cards of the home page.
web-ways-in = آپ کو کیا چاہیے؟
# The pages below a section that says much itself.
web-below = اس حصے میں مزید
# Before a number to ring.
web-call = اس نمبر پر فون کریں:
# After the number.
web-or-write = یا ہمیں لکھیں۔
# After the number, before an address.
web-or-write-to = یا اس پتے پر لکھیں:
# Before the list of formats in the text.
web-take = آپ یہ صفحہ ساتھ لے جا سکتے ہیں:
# Before the day of publication.
web-published = شائع ہوا:
# Before the day of the last change.
web-changed = آخری تبدیلی:
# Before the day of the next review.
web-review = ہم اس صفحے کو دوبارہ دیکھیں گے، اس تاریخ تک:
# Before the owner.
web-owner = اس صفحے کے ذمہ دار:
# The history of changes.
web-history = کیا بدلا ہے
# The footer's navigation.
web-about = اس ویب سائٹ کے بارے میں
# Before the publisher.
web-publisher = ناشر:
# Before the page's address, on paper.
web-address = اس صفحے کا پتہ:
# The list of notes.
web-notes = حواشی اور ماخذ
# Before where a figure comes from.
web-source = ماخذ:
# Before the people a figure was counted from.
web-base = بنیاد:
# Before the place of a figure.
web-place = مقام:
# Before the day on which a figure was compared with its source.
web-checked = جانچ کی تاریخ:
# Before a textphone number.
web-textphone = ٹیکسٹ فون:
# Before an email address.
web-email = ای میل:
# Before a postal address.
web-write-to = اس پتے پر لکھیں:
# A task that is done.
web-done = ہو گیا:
# A task that is not.
web-to-do = کرنا باقی ہے:
# A table without a caption.
web-table = جدول
# The page of recommendations that are not finished.
web-recommendations = باقی سفارشات
# What that page is for.
web-recommendations-summary = رپورٹوں میں کیا سفارش کی گئی، اور کیا ابھی مکمل نہیں ہوا۔ تازہ ترین تبدیلی سب سے پہلے ہے۔
# All that it says where every one is finished.
web-recommendations-done = کچھ باقی نہیں۔ ہر سفارش پوری ہو چکی ہے یا قبول نہیں کی گئی۔
# The list of the reports that they come from.
web-reports = رپورٹیں
# One recommendation, before its number or letter.
web-recommendation = سفارش
# Before the report that a recommendation is from.
web-from-report = رپورٹ:
# A leaflet's words as plain text.
web-plain-text = سادہ متن
# The words as a Word document.
web-word = ورڈ دستاویز
# The words as a book for reading programs.
web-epub = EPUB کتاب
# What readers with disabilities can rely on in such a book.
web-epub-summary = عنوانات، فہرستیں اور جدول اپنی حیثیت سے نشان زد ہیں۔ جو تصویریں معنی رکھتی ہیں ان کی وضاحت دی گئی ہے۔ آپ فونٹ، اس کا سائز اور رنگ چن سکتے ہیں۔
# The main parts of such a book.
web-landmarks = اہم حصے
# The list of the pages of print, in a book.
web-page-list = مطبوعہ ایڈیشن کے صفحات
# Of a file that a machine made, and the first words in it.
web-unread = مشین سے بنایا گیا، ابھی کسی انسان نے نہیں پڑھا۔
# The list of where links lead, at the end of plain text.
web-links = روابط
# A film.
web-film = فلم
# The list of files for programs.
web-data = تاریخیں اور ڈیٹا
# Before the list of a page's topics, and the list of all topics.
web-topics = موضوعات
# What the list of all topics is.
web-topics-summary = ہمارے صفحات کن چیزوں کے بارے میں ہیں۔ کوئی موضوع چنیں اور اس پر سب کچھ دیکھیں۔
# The list of what changes next.
web-changes = آگے کیا بدلے گا
# What it is.
web-changes-summary = وہ دن جب کچھ کھلتا، بند ہوتا یا ختم ہوتا ہے؛ سب سے قریب کا دن پہلے ہے۔
# Where nothing will change by itself.
web-no-changes = اس ویب سائٹ پر کچھ بھی خود سے نہ کھلے گا، نہ بند ہوگا اور نہ ختم ہوگا۔
# A page that will be taken away.
web-goes = ہٹا دیا جائے گا
# After the name of a film that is signed.
web-in-sign-language = برطانوی اشاروں کی زبان میں
# The link to a film as a file.
web-download-film = فلم ڈاؤن لوڈ کریں
# The same where it is signed.
web-download-signed = برطانوی اشاروں کی زبان میں فلم ڈاؤن لوڈ کریں
# The page for wrong addresses.
web-not-found = صفحہ نہیں ملا
# What it says first.
web-not-found-summary = یہ صفحہ یہاں نہیں ہے۔ ہو سکتا ہے کہ منتقل ہو گیا ہو، یا پتے میں کوئی غلطی ہو۔
# What readers can do then.
web-not-found-help = اگر آپ نے پتہ خود لکھا تھا تو اسے دوبارہ دیکھیں۔ اگر آپ اس ویب سائٹ کے کسی لنک سے آئے ہیں تو ہمیں بتائیں، ہم اسے درست کر دیں گے۔
# The link to the home page.
web-go-home = سرِورق پر جائیں
# The page of leaflets.
web-leaflets-title = چھاپنے کے لیے پمفلٹ
# What that page says first.
web-leaflets-page-summary = انہیں چھاپیں، تہہ کریں اور وہاں رکھیں جہاں لوگ انتظار کرتے ہیں۔
# Where there are none.
web-leaflets-none = ابھی کوئی پمفلٹ نہیں ہے۔
# What stands over a slip that is filled in on paper.
web-form-on-paper = یہ فارم کاغذ کے لیے ہے۔ اسے چھاپیں، یا ہمیں فون کریں، ہم آپ کے ساتھ مل کر بھریں گے۔
# The links to the lists of leaflets by place.
web-leaflet-places = آپ کس کے لیے چھاپ رہے ہیں؟
# What the list of one place says first.
web-leaflets-for-summary = انہیں چھاپیں، یا ہم سے کاپیاں مانگیں، اور وہاں رکھیں جہاں لوگ انتظار کرتے ہیں۔
# That a leaflet needs no colour.
web-leaflet-grey = یہ سیاہ و سفید میں بھی صاف پڑھا جاتا ہے۔
# The link to the file for office printers.
web-print-one = ایک چھاپیں
# The link from a leaflet in a list to the page with all its files, and how to print and fold it.
web-leaflet-all = تمام فائلیں، چھاپنا اور تہہ کرنا
# The heading over pictures of the rest of a leaflet.
web-leaflet-views = باقی حصہ تصویروں میں
# The link to all that a place prints, in one file.
web-get-pack = پیکٹ لیں
# What is in that file.
web-pack-holds = پیکٹ میں آپ کے لیے ہر پرچہ اور پوسٹر، بڑے حروف، آپ کے عملے کے لیے ایک نوٹ، اور چھاپنے اور تہہ کرنے کا طریقہ ہے۔

## Words that something is put into

# The way back from a note.
sentence-back-to-note = متن میں حاشیہ { $number } پر واپس جائیں
# How many recommendations there are, and how many of them are open.
sentence-of-which-open = سفارشات: { $all }۔ ابھی باقی: { $open }۔
# Which page of a long list or guide this is. `$number`, `$count`.
sentence-list-part = صفحہ { $number } از { $count }
# The title of the page of a long list that is of one year. `$title`, `$year`.
sentence-list-of-year = { $title }، { $year }
# How many pages a topic has.
sentence-topic-count = { $count ->
    [one] { $count } صفحہ
   *[other] { $count } صفحات
}
# What the page of a topic is.
sentence-topic-summary = اس موضوع پر سب کچھ: { $topic }۔ جس پر آپ عمل کر سکتے ہیں وہ پہلے ہے۔
# What the mark of a note is called.
sentence-note = حاشیہ { $number }
# What comes with a film.
sentence-film-with =
    { $with ->
        [captions-text] کیپشن اور تحریری متن کے ساتھ
        [text-sign] تحریری متن اور برطانوی اشاروں کی زبان کے ساتھ
        [captions-text-sign] کیپشن، تحریری متن اور برطانوی اشاروں کی زبان کے ساتھ
       *[text] تحریری متن کے ساتھ
    }
# How many pages a file has.
sentence-page-count =
    { $count ->
        [one] { $count } صفحہ
       *[other] { $count } صفحات
    }
# How many volumes those pages come in.
sentence-volume-count =
    { $count ->
        [one] { $count } جلد
       *[other] { $count } جلدیں
    }
# The language of a file.
sentence-in-language = زبان: { $language }
# Which edition of a leaflet this is, and when it is looked at again.
sentence-leaflet-edition = { $reference }، اشاعت { $edition }، { $issued }۔ دوبارہ جائزہ: { $review }۔
# The title of the list of leaflets of one place.
sentence-leaflets-for = پرچے: { $place }
# What the picture of a leaflet shows.
sentence-leaflet-front = “{ $title }” کا سامنے کا رخ
# What a picture of another side of it shows.
sentence-leaflet-side = “{ $title }” کا رخ { $number }
# What a picture of two pages of a booklet shows.
sentence-leaflet-spread = “{ $title }” کے صفحات { $first } اور { $second }
# What the picture of a booklet’s back shows.
sentence-leaflet-back = “{ $title }” کی پشت
# What paper one copy takes.
sentence-leaflet-paper =
    { $sheets ->
        [one] ایک کاپی کے لیے { $paper } کاغذ کا ایک ورق لگتا ہے۔
       *[other] ایک کاپی کے لیے { $paper } کاغذ کے { $sheets } ورق لگتے ہیں۔
    }
# How to get copies of a leaflet; the number is a link.
sentence-leaflet-copies = ہر پمفلٹ کی نقل بنائی جا سکتی ہے۔ ڈاک سے نقول منگوانے کے لیے اس نمبر پر فون کریں: { $phone }۔
# A time with both its ends.
sentence-period = { $from } سے { $to } تک
# A time without an end.
sentence-period-from = { $from } سے
# A time without a beginning.
sentence-period-until = { $to } تک
# What a recommendation is called.
sentence-recommendation = سفارش { $id }
# A time of day. `$at` is `midday`, `am`, `pm`, or at a whole hour `hour-am`, `hour-pm`; `$hour` goes from 1 to 12, `$hour24` from 0 to 23; `$minute` has two digits.
sentence-time =
    { $at ->
        [midday] دوپہر 12 بجے
        [hour-am] صبح { $hour } بجے
        [hour-pm] شام { $hour } بجے
        [am] صبح { $hour }:{ $minute } بجے
       *[pm] شام { $hour }:{ $minute } بجے
    }
# A time of a day.
sentence-moment = { $day }، { $time }
# How long a film is.
sentence-hours =
    { $count ->
        [one] { $count } گھنٹہ
       *[other] { $count } گھنٹے
    }
# How long a film is.
sentence-minutes = { $count } منٹ
# How long a film is.
sentence-seconds = { $count } سیکنڈ
# The size of a file.
sentence-kilobytes = { $size } KB
# The size of a file.
sentence-megabytes = { $size } MB
# A sum of money.
sentence-money = £{ $sum }
# A sum of money.
sentence-money-million = £{ $sum } ملین
# A share.
sentence-percent = { $number }%
# Who publishes it. `$name`.
sentence-audio-by = ناشر: { $name }۔
sentence-web-behind = اس صفحے کا اصل متن { $date } کو بدلا گیا۔ ممکن ہے یہ صفحہ ابھی وہ نہ بتاتا ہو۔
# The day of its last change. `$date`.
sentence-audio-changed = آخری تبدیلی: { $date }۔
# How long it takes. `$count`: minutes.
sentence-audio-minutes = دورانیہ: تقریباً { $count } منٹ۔
# How many parts it has; there are two or more. `$count`.
sentence-audio-parts = حصے: { $count }۔
# Which part this is. `$number`, `$count`.
sentence-audio-part = حصہ { $number } از { $count }:
# A note, where it belongs and where it is read. `$number`.
sentence-audio-note = حاشیہ { $number }
# Before a table. `$rows`, `$columns`.
sentence-audio-table = جدول۔ قطاریں: { $rows }۔ کالم: { $columns }۔
# Before a row of it. `$number`.
sentence-audio-row = قطار { $number }۔
# The last words. `$title`.
sentence-audio-end = ”{ $title }“ ختم۔
# The foot of a page on paper.
sentence-print-page = صفحہ { $number } از { $count }
# Where a page of the printed edition starts, in a book.
sentence-print-page-starts = مطبوعہ صفحہ { $number }
# After a link within a document on paper.
sentence-print-on-page = (صفحہ { $number })
# On the cover and the pages of a long document in large print.
sentence-print-volume = جلد { $number } از { $count }
# Before the list of other pages of the site that a document leads to.
sentence-print-further = قوسین میں یہ حروف متن میں آتے ہیں۔ اگر آپ انٹرنیٹ استعمال نہیں کرتے تو { $phone } پر فون کریں اور بتائیں کہ آپ کیا پڑھنا چاہتے ہیں۔
# In that list: the leaflet that leads to the page too.
sentence-print-further-leaflet = کاغذ پر: پمفلٹ { $reference }۔
# The same, where it is in another language than the document.
sentence-print-further-foreign = کاغذ پر: پمفلٹ { $reference } ({ $language })۔
# Asks whether a reader of a page wants it otherwise; `$forms` is a list with “or” of the forms that are not there.
sentence-web-ask = کیا آپ کو یہ { $forms } میں چاہیے؟
# How to get other formats; `$ways` is a list with “or” of the three below.
sentence-print-ask = اسے { $forms } میں حاصل کرنے کے لیے { $ways }۔
# What a QR code is, for readers who cannot see it.
sentence-print-code = QR کوڈ: { $address } کھولتا ہے
# After the address beside a QR code.
sentence-print-or-call = یا { $phone } پر فون کریں۔
# One way.
sentence-print-call = { $phone } پر فون کریں
# One way.
sentence-print-email = { $email } پر ای میل کریں
# One way.
sentence-print-write = { $address } پر لکھیں
# When a page was published.
sentence-print-published = شائع ہوا: { $day }
# When it was last changed; it may stand inside a sentence.
sentence-print-changed = آخری تبدیلی: { $day }
# When somebody looks at it again.
sentence-print-review = ہم اسے دوبارہ جانچیں گے، اس تاریخ تک: { $day }
# Which edition of a leaflet this is.
sentence-print-edition = { $reference }، اشاعت { $edition }۔ جاری ہوا: { $issued }۔ دوبارہ جانچ: { $review }۔
# Which edition of a leaflet this is, on a card or a strip.
sentence-print-edition-short = { $reference }، اشاعت { $edition }، { $issued }
# The heading of a letter that asks for copies of a leaflet back.
sentence-recall-stop = براہ کرم { $leaflet } دینا بند کر دیں
# In that letter: what somebody has.
sentence-recall-copies =
    { $count ->
        [one] { $count } کاپی
       *[other] { $count } کاپیاں
    }، ایڈیشن { $edition }، { $language }، بھیجنے کی تاریخ: { $day }
# In that letter: two things beside each other, such as “RJ-01, Restorative justice” or “The office, telephone”.
sentence-recall-of = { $name }، { $detail }
# In that letter: what was so, and what is so now.
sentence-recall-was = { $what }۔ پرانا: { $then }۔ نیا: { $now }۔
# In that letter: what was so, and no longer is.
sentence-recall-gone = { $what }۔ پرانا: { $then }۔ اب کوئی نیا نہیں ہے۔
# In that letter: what is new.
sentence-recall-new = { $what }۔ یہ نیا ہے: { $now }۔
# In that letter: the words under a heading have changed.
sentence-recall-panel = ”{ $heading }“ کے نیچے جو لکھا ہے وہ بدل گیا ہے۔
# In that letter: the words of a part without a heading have changed.
sentence-recall-part = حصہ { $number } میں جو لکھا ہے وہ بدل گیا ہے۔
# In that letter: there is a newer edition.
sentence-recall-edition = ایڈیشن { $edition } آ چکا ہے۔
# In that letter: where the new leaflet is.
sentence-recall-get = نیا پمفلٹ { $address } سے چھاپیں، یا ہم سے کاپیاں مانگیں۔
# In that letter: how to ask; `$ways` is a list with “or”, as below another message.
sentence-recall-question = اگر آپ کا کوئی سوال ہو تو { $ways }۔
# At the foot of such a letter of more than one page.
sentence-recall-page = { $holder }: صفحہ { $number } از { $count }
# The title of a sheet of address labels.
sentence-recall-labels = پتوں کے لیبل، { $reference }
# The title of how to print and fold a leaflet.
sentence-how-to-fold = “{ $title }” چھاپنے اور تہہ کرنے کا طریقہ
# The title of how to print a leaflet that is not folded.
sentence-how-to-print = “{ $title }” چھاپنے کا طریقہ
# A step of folding. Panels are numbered in the picture beside it.
sentence-fold-first = اسے اس طرح پلٹیں کہ حصے { $panels } نظر آئیں۔ حصہ { $panel } کو حصہ { $onto } پر تہہ کریں۔
# The same, where the panel goes behind.
sentence-fold-back = اسے اس طرح پلٹیں کہ حصے { $panels } نظر آئیں۔ حصہ { $panel } کو پیچھے، حصہ { $onto } کے پیچھے تہہ کریں۔
# The next step of folding.
sentence-fold-last = حصہ { $panel } کو بھی اوپر تہہ کریں۔
# A step of folding: once, in the middle.
sentence-fold-half = اسے اس طرح پلٹیں کہ حصے { $panels } نظر آئیں۔ اسے بیچ سے تہہ کریں۔
# How to know that it is folded as it should be.
sentence-fold-done = جب حصہ { $front } سامنے ہو تو ٹھیک ہے۔
# What a drawing shows, for readers who do not see it.
sentence-seen-sides = خاکہ: ورق کی ایک طرف حصے { $one } ہیں، دوسری طرف { $other }۔
# The same, of one side.
sentence-seen-side = خاکہ: ورق پر حصے { $panels } ہیں۔
# The same, of copies to cut apart.
sentence-seen-copies = خاکہ: ایک ورق پر { $count } نقلیں، ان کے بیچ ٹوٹی لکیریں۔
# The same, of a sheet that is being folded.
sentence-seen-lifted = خاکہ: بائیں سے دائیں حصے { $panels }۔ حصہ { $panel } ٹوٹی لکیر پر اٹھا ہوا ہے۔
# The same, of the folded sheet.
sentence-seen-folded = خاکہ: تہہ کیا ہوا ورق، حصہ { $front } اوپر ہے۔

## Kinds of page

kind-more = اس بارے میں مزید
kind-begins = آغاز
kind-ends = اختتام
kind-place = کہاں
kind-access = آنے اور شامل ہونے کی سہولت
kind-cost = خرچ
kind-booking = جگہ کیسے محفوظ کریں
kind-apply-by = درخواست دینے کی آخری تاریخ
kind-applied-by = بند ہوا
kind-opened = کھلا
kind-sent-on = درخواستیں آگے بھیجی گئیں، اس تاریخ تک
kind-applications-open = درخواست دی جا سکتی ہے، اس تاریخ سے
kind-sent-on-by = ہم درخواستیں آگے بھیجیں گے، اس تاریخ تک
kind-total = کل رقم
kind-minimum = سب سے چھوٹی گرانٹ
kind-maximum = سب سے بڑی گرانٹ
kind-eligible = کون درخواست دے سکتا ہے
kind-not-eligible = کون درخواست نہیں دے سکتا
kind-documents = دستاویزات
kind-awards = رقم کسے ملی
kind-awards-caption = ہماری دی ہوئی گرانٹس
kind-recipient = کسے
kind-purpose = کس لیے
kind-amount = رقم
kind-decided = فیصلے کی تاریخ
kind-opens = کھلنے کی تاریخ
kind-closes = جواب کی آخری تاریخ
kind-how-to-answer = جواب کیسے دیں
kind-online = آن لائن
kind-form = ہمارا فارم پُر کریں
kind-email = ای میل سے
kind-phone = فون سے
kind-post = ڈاک سے
kind-in-person = خود آ کر
kind-outcome = نتیجہ کیا نکلا
kind-answered = جواب دینے والوں کی تعداد
kind-asked = ہم نے کیا پوچھا
kind-said = آپ نے کیا کہا
kind-did = ہم نے کیا کیا
kind-not-legal = یہ صفحہ قانونی نوٹس نہیں ہے
kind-not-legal-text = یہ نوٹس کو سادہ زبان میں سمجھاتا ہے۔ اگر دونوں میں فرق ہو تو قانونی نوٹس ہی معتبر ہے۔
kind-read-legal = قانونی نوٹس پڑھیں
kind-engagement-by = ہم سے بات کرنے کی آخری تاریخ
kind-engagement-closed = ہم سے بات چیت بند ہوئی
kind-engagement-opened = ہم سے بات چیت شروع ہوئی
kind-bids-closed = بولی جمع کرانے کی آخری تاریخ تھی
kind-engagement-opens = آپ ہم سے بات کر سکتے ہیں، اس تاریخ سے
kind-bids-by = بولی کی آخری تاریخ
kind-tender-published = ٹینڈر شائع ہوا
kind-tender-planned = ٹینڈر کی متوقع تاریخ
kind-contract-start = معاہدے کا آغاز
kind-contract-end = معاہدے کا اختتام
kind-without-vat = VAT کے بغیر مالیت
kind-with-vat = VAT سمیت مالیت
kind-reference = حوالہ نمبر
kind-ocid = اوپن کنٹریکٹنگ شناخت
kind-notice-type = نوٹس کی قسم
kind-law = قانون
kind-pcr2015 = پبلک کنٹریکٹس ریگولیشنز 2015
kind-pa2023 = پروکیورمنٹ ایکٹ 2023
kind-buyer = خریدار
kind-cpv = کیا خریدا جا رہا ہے، کوڈ کے ساتھ
kind-links = لنکس
kind-replaced = اس کا نیا نسخہ موجود ہے
kind-replaced-text = اس کے بجائے یہ پڑھیں:
kind-replaces = یہ اس کی جگہ ہے
kind-replaced-by = اس کی جگہ اب یہ ہے
kind-aims = ہم کیا حاصل کرنا چاہتے ہیں
kind-period = یہ کب لاگو ہے
kind-paper-copy = اسے کاغذ پر حاصل کریں
kind-paper-copy-call = ہم سے کاغذی نقل مانگیں۔ اس نمبر پر فون کریں:
kind-paper-copy-write = آپ ہمیں لکھ بھی سکتے ہیں:
kind-details-changed = ہم نے کچھ تفصیلات بدل دی ہیں تاکہ کسی کو پہچانا نہ جا سکے۔
kind-notes = ایڈیٹرز کے لیے نوٹس
kind-journalists = صحافیوں کے لیے
kind-meeting = اجلاس
kind-submitted-by = پیش کنندہ
kind-progress = ہر سفارش کہاں تک پہنچی
kind-progress-caption = سفارشات اور ان کی پیش رفت
kind-recommendation = سفارش
kind-where-it-is = پیش رفت
kind-last-change = آخری تبدیلی
kind-all-open = تمام سفارشات دیکھیں جو ابھی باقی ہیں
kind-answer = جواب
kind-what-happened = کیا ہوا ہے
kind-full-version = مکمل نسخہ پڑھیں:
kind-signed-version = برطانوی اشاروں کی زبان میں
kind-signed-by = اشاروں کی زبان کے ترجمان:
kind-transcript = تحریری متن
kind-read-transcript = پڑھیں کہ فلم میں کیا کہا اور دکھایا گیا:
kind-tested-by = اسے آزمایا:
kind-notice-uk1 = آئندہ خریداری کا نوٹس
kind-notice-uk2 = مارکیٹ سے ابتدائی بات چیت کا نوٹس
kind-notice-uk3 = مجوزہ خریداری کا نوٹس
kind-notice-uk4 = ٹینڈر نوٹس
kind-notice-uk5 = شفافیت کا نوٹس
kind-notice-uk6 = معاہدہ دینے کا نوٹس
kind-notice-uk7 = معاہدے کی تفصیلات کا نوٹس
kind-notice-pin = پیشگی اطلاع کا نوٹس

## Paper

print-form-large-print = بڑے حروف
print-form-braille = بریل
print-form-easy-read = آسان تحریر
print-form-audio = آواز
print-form-language = کسی اور زبان
# Beside a QR code, before the address that it opens.
print-scan = اپنے فون کا کیمرہ اس مربع کی طرف کریں، یا لکھیں:
# In a pack: what is in it.
print-pack-contents = اس پیکٹ میں کیا ہے
# In a pack: how to print and fold.
print-pack-how = چھاپنے اور تہہ کرنے کا طریقہ
# In a pack: that nothing is made larger or smaller.
print-pack-scale = اصل سائز یعنی 100% پر چھاپیں۔ “fit to page” بند کر دیں۔
# In a pack: print on one side.
print-pack-one-side = ایک طرف چھاپیں۔
# In a pack: print on both sides, turned on the short edge.
print-pack-short-edge = دونوں طرف چھاپیں، کاغذ چھوٹے کنارے پر پلٹے۔
# In a pack: print on both sides, turned on the long edge.
print-pack-long-edge = دونوں طرف چھاپیں، کاغذ لمبے کنارے پر پلٹے۔
# In a pack: cut.
print-pack-cut = لکیروں پر کاٹیں۔
# In a pack: fold.
print-pack-fold = کاغذ کے کنارے پر چھوٹے نشانوں پر تہہ کریں۔
# In a pack: fold and staple.
print-pack-staple = کتابچہ کھولیں اور باہر سے تہہ میں دو بار سٹیپل کریں۔
# In a pack: fold a booklet.
print-pack-middle = ورق ایک دوسرے کے اندر رکھیں اور بیچ سے تہہ کریں۔
# In a pack: a strip to tear off.
print-pack-tear = پرچیوں کے بیچ کاٹیں۔ ایک خود پھاڑ لیں، تاکہ کسی کو پہلا نہ بننا پڑے۔
# What a drawing shows, for readers who do not see it.
print-seen-tabs = خاکہ: پوسٹر جس کی پرچیاں الگ الگ کٹی ہیں۔ ایک پھاڑی ہوئی ہے۔
# The same, of a booklet.
print-seen-staples = خاکہ: کھلا کتابچہ، جس کی تہہ میں دو سٹیپل ہیں۔
# Before the list of what stands on each panel.
print-fold-panels = حصے:
# In a pack: the note for staff.
print-pack-staff = عملے کے لیے نوٹ
# In a pack: offer a leaflet privately.
print-pack-private = پرچہ اس وقت دیں جب کوئی اور نہ دیکھ سکے اور نہ سن سکے۔
# In a pack: ask whether it is safe to take.
print-pack-safe = پہلے پوچھیں: “کیا اسے لے جانا آپ کے لیے محفوظ ہے؟” گھر میں کوئی اسے دیکھ سکتا ہے۔
# In a pack: what to do where it is not.
print-pack-instead = اگر یہ محفوظ نہیں تو وہ نمبر یاد رکھ سکتے ہیں، یا یہیں سے ہمیں فون کر سکتے ہیں۔
# In a letter that asks for copies of a leaflet back.
print-recall-thanks = آپ کے پاس ہمارے اس پمفلٹ کی کاپیاں ہیں۔ اسے لوگوں کو دینے کا شکریہ۔
# A heading in that letter.
print-recall-have = آپ کے پاس کیا ہے
# A heading in that letter.
print-recall-wrong = کیا بدل گیا ہے
# A heading in that letter.
print-recall-do = کیا کرنا ہے
# A step in that letter.
print-recall-stop = آج سے یہ کاپیاں دینا بند کر دیں۔
# A step in that letter.
print-recall-clear = انہیں الماریوں، ریکوں اور میزوں سے ہٹا دیں اور ری سائیکل کر دیں۔
# A step in that letter, where the copies tell a story that may not be told.
print-recall-destroy = انہیں الماریوں، ریکوں اور میزوں سے ہٹا دیں۔ انہیں پھاڑ دیں یا ہمیں واپس بھیج دیں، تاکہ کوئی انہیں نہ پڑھ سکے۔
# A step in that letter.
print-recall-tell = کام ہو جانے پر ہمیں بتائیں، اور یہ بھی کہ کتنی کاپیاں باقی تھیں۔
# In that letter: the leaflet is not made any more.
print-recall-none = ہم اب یہ پمفلٹ نہیں بناتے۔ ہم سے پوچھیں کہ اس کی جگہ لوگوں کو کیا دیں۔
# In that letter: the pictures on the leaflet have changed.
print-recall-pictures = اس میں اب دوسری تصویریں ہیں۔
# In that letter: the copies tell a story that may not be told.
print-recall-story = اس میں ایک کہانی ہے جو ہمیں اب سنانے کی اجازت نہیں۔
# In that letter: what has changed.
print-detail-figure = ایک عدد
# In that letter: what has changed.
print-detail-statement = ایک عدد کے بارے میں جملہ
# In that letter, after a contact’s name.
print-detail-name = نام
# In that letter, after a contact’s name.
print-detail-title = سرخی
# In that letter, after a contact’s name.
print-detail-phone = فون
# In that letter, after a contact’s name.
print-detail-textphone = ٹیکسٹ فون
# In that letter, after a contact’s name.
print-detail-email = ای میل
# In that letter, after a contact’s name.
print-detail-hours = اوقات
# In that letter, after a contact’s name.
print-detail-address = پتہ
# In that letter, after a contact’s name.
print-detail-note = فون کرنے والوں کے لیے بات
# The heading over footnotes.
print-notes = حواشی
# The heading over the sources of figures.
print-sources = اعداد کہاں سے آئے ہیں
# The heading over footnotes and the sources of figures.
print-notes-and-sources = حواشی اور ماخذ
# The heading over the list of contents of a document on paper.
print-contents = فہرست
# The heading over the list of other pages of the site that a document leads to.
print-further = مزید کہاں پڑھیں
# What stands before the source of the figures of a panel.
print-source = ماخذ:
# The invitation on the cover of large print.
print-another = ہم سے یہ کسی اور سائز، شکل یا زبان میں مانگیں۔
# On a leaflet in another language, to readers of this one.
print-also-in-this = یہ پمفلٹ اردو میں بھی ہے: ہم سے پوچھیں۔
# What stands before a page's address.
print-web = ویب پر:
# What stands before a film's title.
print-film = فلم:
# What stands before the address at which a film can be watched.
print-watch = اسے ویب پر دیکھیں:
# What stands before the address of what is said in a film.
print-transcript = پڑھیں کہ کیا کہا گیا:
# What stands before a textphone number.
print-textphone = ٹیکسٹ فون:
# What stands before an email address.
print-mail = ای میل:
# What stands over a phone number.
print-call-us = ہمیں فون کریں
# Clear print.
print-clear = واضح چھپائی، 14 پوائنٹ
# Large print.
print-large = بڑے حروف، 18 پوائنٹ
# Giant print.
print-giant = بہت بڑے حروف، 24 پوائنٹ
# A leaflet, card or poster for an office printer.
print-leaflet-office = دفتر میں چھاپنے کے لیے
# A leaflet, card or poster for a print firm.
print-leaflet-press = چھاپہ خانے کے لیے
# A picture of one side of a leaflet, card or poster.
print-leaflet-picture = اس کی تصویر
# The mark of a task that is done.
print-done = ہو گیا:
# The mark of a task that is not.
print-to-do = کرنا باقی ہے:

## Braille

# The braille file for embossers and displays.
braille-to-emboss = بریل
# The same as XML, for archives and libraries.
braille-to-keep = بریل بطور XML
# Which braille code it is in.
braille-uncontracted = یونیفائیڈ انگلش بریل میں، بغیر اختصارات (گریڈ 1)۔
# The same, for words that are shortened.
braille-contracted = یونیفائیڈ انگلش بریل میں، اختصارات کے ساتھ (گریڈ 2)۔
# The same, for the code of another language.
braille-other-uncontracted = اس زبان کی بریل میں، بغیر اختصارات (گریڈ 1)۔
# The same, for the code of another language that shortens words.
braille-other-contracted = اس زبان کی بریل میں، اختصارات کے ساتھ (گریڈ 2)۔
# Before the words that say what a picture shows.
braille-picture = تصویر:
# The last line of braille.
braille-end = اختتام

## Audio

# The script to read out.
audio-script = پڑھ کر سنانے کا متن
# The same for a voice, in SSML.
audio-for-voices = مشینی آواز کے لیے متن
# Sound that a person recorded.
audio-recorded = آواز، انسان کی پڑھی ہوئی
# Sound that a computer's voice made.
audio-spoken = آواز، کمپیوٹر کی پڑھی ہوئی
# Over the player of a page.
audio-listen = یہ صفحہ سنیں
# Under the player, where a person speaks.
audio-read-by-person = اسے ایک انسان پڑھ کر سناتا ہے۔
# The same, where a computer's voice does.
audio-read-by-machine = اسے کمپیوٹر کی آواز پڑھ کر سناتی ہے۔
# Over the list of the parts of a sound, each a link to it.
audio-parts = حصے
# A link under the player to the words of the sound.
audio-transcript = آواز کے الفاظ پڑھیں
# Where notes are read.
audio-notes-at-end = حواشی آخر میں پڑھے جاتے ہیں۔
# Before what a picture shows.
audio-picture = تصویر:
# Before somebody's words.
audio-quote = اقتباس:
# After them.
audio-quote-ends = اقتباس ختم۔
# Before the name of whose words they are.
audio-said-by = یہ الفاظ ہیں
# Before an answer that can be ticked.
audio-tick = نشان لگانے کا خانہ:
# In place of lines to write on.
audio-space-to-write = لکھنے کی جگہ۔
# The last part: whom to ask.
audio-contact = ہم سے رابطہ کیسے کریں۔

## Easy Read

# The name of the format, in lists of formats and on covers.
easy-label = آسان تحریر
# The file of the booklet, which is printed on A4 and folded.
easy-booklet = آسان تحریر کا کتابچہ، تہہ کرنے کے لیے
# Over what an Easy Read text says of itself.
easy-about = اس آسان تحریر کے بارے میں
# The first sentences of it.
easy-what = یہ آسان تحریر ہے۔ اس میں چھوٹے جملے اور تصویریں ہیں۔
# Under that.
easy-help = آپ کسی سے اسے پڑھنے میں مدد مانگ سکتے ہیں۔
# Where the text has a list of words.
easy-bold = کچھ الفاظ موٹے لکھے ہیں۔ یہ الفاظ مشکل ہو سکتے ہیں۔ ہم بتاتے ہیں کہ ان کا مطلب کیا ہے۔
# Over how to reach the publisher.
easy-ask = ہم سے کیسے پوچھیں
# Before the phone number.
easy-phone = آپ ہمیں اس نمبر پر فون کر سکتے ہیں:
# Before the textphone number.
easy-textphone = ہمارا ٹیکسٹ فون نمبر ہے
# Before the email address.
easy-email = آپ ہمیں اس پتے پر ای میل کر سکتے ہیں:
# Before the address, a line of the address each.
easy-post = آپ ہمیں خط لکھ سکتے ہیں۔ ہمارا پتہ یہ ہے:
# How to have the text in another form.
easy-other = آپ یہ کسی اور طریقے سے مانگ سکتے ہیں۔ مثلاً بڑے حروف میں یا سننے کے لیے۔
# Where nobody has tested the text.
easy-untested = سیکھنے میں دشواری والے لوگوں نے ابھی اسے نہیں آزمایا۔
# Where the text has changed since it was tested.
easy-retest = لوگوں کے آزمانے کے بعد ہم نے اسے بدلا ہے۔
# Where the page that it was made from has changed since.
easy-outdated = مکمل صفحہ بدل گیا ہے۔ اس میں سے کچھ پرانا ہو سکتا ہے۔ ہم سے پوچھیں کہ نیا کیا ہے۔
# Before who made the pictures.
easy-pictures = تصویریں:

## Callouts

# A note.
callout-information = معلومات
# A warning.
callout-warning = انتباہ
# What must not be missed.
callout-important = اہم
# An example.
callout-example = مثال

## How far a recommendation is

# Of a recommendation.
progress-open = ابھی جواب نہیں
# Of a recommendation.
progress-accepted = قبول
# Of a recommendation.
progress-partly-accepted = جزوی طور پر قبول
# Of a recommendation.
progress-in-progress = جاری ہے
# Of a recommendation.
progress-done = مکمل
# Of a recommendation.
progress-not-accepted = قبول نہیں

## Where a page stands in its life

state-open = کھلا ہے
state-open-hour = کھلا ہے، اس وقت تک:
state-open-day = کھلا ہے، اس دن کے آخر تک:
state-engagement-open = فراہم کنندگان کے لیے کھلا ہے
state-engagement-open-day = فراہم کنندگان ہم سے بات کر سکتے ہیں، اس وقت تک:
state-tender-published = ٹینڈر شائع ہو گیا
state-tender-published-day = ٹینڈر شائع ہو گیا۔ اہم دن:
state-in-consultation = مسودہ، آپ کی رائے کے لیے
state-in-consultation-day = مسودہ، آپ کی رائے کے لیے، اس وقت تک:
state-coming = ہونے والا ہے
state-coming-day = ہونے والا ہے:
state-not-yet-open = ابھی نہیں کھلا
state-not-yet-open-day = ابھی نہیں کھلا۔ کھلنے کی تاریخ:
state-planned = منصوبے میں ہے
state-planned-day = متوقع تاریخ:
state-draft = مسودہ
state-draft-day = مسودے کی تاریخ:
state-adopted = نافذ ہے
state-adopted-day = نافذ ہے، اس تاریخ سے:
state-outcome-published = بند: نتیجہ شائع ہو گیا
state-outcome-published-day = بند۔ نتیجہ شائع ہوا:
state-closed = بند
state-closed-hour = بند ہوا:
state-closed-day = بند۔ آخری دن تھا:
state-over = ختم ہو چکا
state-over-day = ختم ہو چکا۔ وقت تھا:
state-superseded = اس کی جگہ نیا نسخہ آ گیا ہے
state-superseded-day = اس کی جگہ نیا نسخہ آیا:
state-withdrawn = واپس لے لیا گیا
state-withdrawn-day = واپس لیا گیا:
state-expired = پرانا: صرف ریکارڈ کے لیے
state-expired-day = پرانا، صرف ریکارڈ کے لیے، اس تاریخ سے:
state-opens = کھلے گا۔ کھلا رہے گا، اس وقت تک:
state-engagement-opens = فراہم کنندگان کے لیے کھلے گا۔ وہ ہم سے بات کر سکتے ہیں، اس وقت تک:
state-tender-begins = ٹینڈر شائع ہوگا۔ اہم دن:
state-closes = بند ہوگا
state-ends = ختم ہو جائے گا
state-outcome-begins = نتیجہ شائع ہوگا
state-expires = پرانا ہو جائے گا اور ریکارڈ کے طور پر رکھا جائے گا

## Files for programs

# The file of a page’s dates.
data-calendar = آپ کے کیلنڈر کے لیے تاریخیں
# A notice for programs.
data-release = نوٹس بطور کھلا ڈیٹا (OCDS)
# What was awarded.
data-awards-table = گرانٹس بطور جدول
# The same for programs.
data-awards-data = گرانٹس بطور کھلا ڈیٹا (360Giving)
# A date in a calendar, before the page’s title.
data-closes = بند ہوگا
# A date in a calendar.
data-engagement = خریدار سے بات کرنے کا آخری وقت
# A date in a calendar.
data-tender = بولی جمع کرانے کا آخری وقت
# A date in a calendar.
data-opens = کھلے گا

## The preview, which only its authors see

# Said when the page has changed.
preview-updated = صفحہ تازہ ہو گیا۔
# Said when the page and its findings have changed; `$findings` is how many it has.
preview-updated-with-findings = صفحہ تازہ ہو گیا۔ { $findings }۔
# Said when only the page's findings have changed; `$findings` is how many it has.
preview-findings-updated = نکات تازہ ہو گئے۔ { $findings }۔
# Said when the page is no longer there.
preview-gone = یہ صفحہ اب نہیں رہا۔ اس کا آخری نسخہ یہاں موجود ہے۔
# Said when the preview no longer answers.
preview-stopped = پیش نظارہ رک گیا ہے۔ جب تک یہ دوبارہ نہ چلے، یہ صفحہ ایسا ہی رہے گا۔
# Said when a fix has been copied.
preview-copied = نقل ہو گیا
# Said when the browser does not let a fix be copied.
preview-not-copied = نقل نہیں ہو سکا۔ متن منتخب کر کے خود نقل کریں۔
# The button that leads from a finding to its place on the page.
preview-show = صفحے پر دکھائیں
# The name of the marks on a page, for those who do not see them.
preview-marks = اس صفحے پر Handbill کے نشانات
# The name of the panel, for those who do not see it.
preview-panel = Handbill کے نکات
# Before how to mend a finding.
preview-help = کیا کریں:
# The button that copies a fix.
preview-copy = نقل کریں
# The heading of a fix that keeps the meaning.
preview-fix = درستی
# The heading of a fix that the author must look at.
preview-fix-unsure = ممکنہ درستی: دیکھ لیں کہ اس کا مطلب وہی ہے جو آپ کہنا چاہتے ہیں
# Before words that should be deleted.
preview-take-out = اسے نکال دیں
# Before words that should be added.
preview-put-in = یہ شامل کریں
# Before words that others should replace.
preview-change = اسے بدلیں
# Before the words that should replace them.
preview-into = اس میں
# Of a finding that keeps all pages from being made.
preview-every-page = اس کی وجہ سے ہر صفحہ ویسا ہی ہے جیسا پہلے تھا۔
# The link to the list of all findings.
preview-all = تمام نکات
# The heading over findings that are about no file.
preview-whole-site = پوری ویب سائٹ
# The heading of the list of all findings.
preview-title = نکات
# The link from that list to the home page.
preview-back = ویب سائٹ پر واپس جائیں
# The name of the filters.
preview-filters = صرف یہ دکھائیں
# The filter by how much a finding matters.
preview-level = درجہ
# The filter by rule.
preview-rule = اصول
# The filter by file.
preview-file = فائل
# The choice of that filter that leaves all in.
preview-any-level = تمام درجے
# The choice of that filter that leaves all in.
preview-any-rule = تمام اصول
# The choice of that filter that leaves all in.
preview-any-file = تمام فائلیں
# The button of the filters.
preview-apply = لاگو کریں
# The link that takes the filters away.
preview-clear = تمام نکات دکھائیں
# Where nothing was found.
preview-nothing = درست کرنے کو کچھ نہیں۔
# Where the filters leave nothing.
preview-no-match = اس قسم کا کوئی نکتہ نہیں۔
# The link to a page that has findings.
preview-open = صفحہ کھولیں
# The page’s braille as dots, and the link to it.
preview-braille = یہ صفحہ بریل میں
# The link to that page word by word, and its heading.
preview-cells = الفاظ کے ساتھ بریل
# The link to more words.
preview-cells-more = مزید الفاظ
# Signs of braille, beside their cells.
preview-sign-number = عدد کی علامت
preview-sign-capital = بڑے حرف کی علامت
preview-sign-capital-word = بڑے حروف کے لفظ کی علامت
preview-sign-capital-passage = بڑے حروف کی عبارت کی علامت
preview-sign-capitals-end = بڑے حروف ختم
preview-sign-letter = حرف کی علامت
preview-sign-bold = جلی
preview-sign-italic = ترچھا
preview-sign-underline = خط کشیدہ
preview-sign-ends = اس کا اختتام
preview-sign-note = نقل نویس کا نوٹ
preview-sign-note-ends = نوٹ ختم
# The heading of the print room, and the link to it.
preview-room = چھپائی کا کمرہ
# Where no leaflet can be shown there.
preview-room-empty = ابھی کوئی پرچہ نہیں ہے۔ `print/` میں ایک فائل اسے بناتی ہے۔
# The choice to see folds and what no printer reaches.
preview-room-folds = تہیں دکھائیں، اور وہ جگہ جہاں دفتر کا پرنٹر نہیں چھاپتا
# The choice to see it in black and white.
preview-room-grey = سیاہ و سفید میں دکھائیں
# The link to the PDF for an office printer.
preview-room-office = دفتر کے پرنٹر کے لیے (PDF)
# The link to the PDF for a print firm.
preview-room-press = چھاپہ خانے کے لیے (PDF)
# The link to the PDF in large print.
preview-room-large = بڑے حروف میں (PDF)
# What shows the first pages in large print.
preview-room-large-pages = بڑے حروف میں پہلے صفحے دکھائیں
# The name of a picture of one side.
preview-room-side = رخ { $number }
# Before what stands at another place that belongs to a finding.
preview-see = دیکھیں { $file }، سطر { $line }:
# A finding that stops publication.
preview-error = غلطی
# A finding that should be mended.
preview-warning = انتباہ
# A finding that is worth knowing.
preview-note = اطلاع
# What one finding of a page is called; `$level` is one of the three above.
preview-numbered = { $level } { $number }
# How many findings there are.
preview-findings =
    { $count ->
        [one] { $count } نکتہ
       *[other] { $count } نکات
    }
# How many findings a page has.
preview-on-this-page =
    { $count ->
        [0] اس صفحے پر کوئی نکتہ نہیں
        [one] اس صفحے پر { $count } نکتہ
       *[other] اس صفحے پر { $count } نکات
    }
# The same, where `$errors` of them stop publication.
preview-on-this-page-stops =
    { $count ->
        [one] اس صفحے پر { $count } نکتہ، جو اشاعت روکتا ہے
       *[other]
            { $errors ->
                [one] اس صفحے پر { $count } نکات، جن میں سے { $errors } اشاعت روکتا ہے
               *[other] اس صفحے پر { $count } نکات، جن میں سے { $errors } اشاعت روکتے ہیں
            }
    }
# How many findings other pages have.
preview-elsewhere =
    { $count ->
        [one] دوسری جگہوں پر { $count } نکتہ
       *[other] دوسری جگہوں پر { $count } نکات
    }
# The same, where `$errors` of them stop publication.
preview-elsewhere-stops =
    { $count ->
        [one] دوسری جگہوں پر { $count } نکتہ، جو اشاعت روکتا ہے
       *[other]
            { $errors ->
                [one] دوسری جگہوں پر { $count } نکات، جن میں سے { $errors } اشاعت روکتا ہے
               *[other] دوسری جگہوں پر { $count } نکات، جن میں سے { $errors } اشاعت روکتے ہیں
            }
    }
# How many findings stop publication.
preview-errors =
    { $count ->
        [one] { $count } غلطی
       *[other] { $count } غلطیاں
    }
# How many findings should be mended.
preview-warnings =
    { $count ->
        [one] { $count } انتباہ
       *[other] { $count } انتباہات
    }
# How many findings are worth knowing.
preview-notes =
    { $count ->
        [one] { $count } اطلاع
       *[other] { $count } اطلاعات
    }
# How many findings are shown.
preview-shown =
    { $shown ->
        [one] { $all } میں سے { $shown } نکتہ دکھایا گیا ہے
       *[other] { $all } میں سے { $shown } نکات دکھائے گئے ہیں
    }
# Where a finding stands in its file.
preview-place = سطر { $line }، کالم { $column }
# Where a finding stands.
preview-place-in-file = { $file }، سطر { $line }، کالم { $column }

## Who prints leaflets

place-college = کالج
place-court = عدالتیں
place-dentist = دانتوں کے کلینک
place-emergency-department = ایمرجنسی کے شعبے (A&E)
place-gp-surgery = جی پی کلینک
place-hospital = ہسپتال
place-library = لائبریریاں
place-pharmacy = دوا خانے
place-police-station = پولیس اسٹیشن
place-prison = جیلیں
place-school = اسکول

## Languages

language-ar = عربی
language-bn = بنگالی
language-cy = ویلش
language-en = انگریزی
language-es = ہسپانوی
language-fa = فارسی
language-fr = فرانسیسی
language-gd = سکاٹش گیلک
language-gu = گجراتی
language-hi = ہندی
language-it = اطالوی
language-ku = کردی
language-lt = لتھوانیائی
language-pa = پنجابی
language-pl = پولش
language-ps = پشتو
language-pt = پرتگالی
language-ro = رومانیائی
language-so = صومالی
language-sq = البانوی
language-ta = تامل
language-ti = ٹگرینیا
language-tr = ترکی
language-uk = یوکرینی
language-ur = اردو
language-zh = چینی
