# evidence: texts in English

# A file that cannot be read at all
file-empty = This file is empty. Make the export again and check that it has lines.
file-header-only = This file has a header line and no line of data. Make the export again.
file-spreadsheet = This is a spreadsheet and not CSV, even if its name ends in .csv. Open it in Excel or LibreOffice and choose Save as, CSV UTF-8.
file-zip = This is a zip file inside another one, or where one list is expected. Unpack it and offer the files inside.
zip-broken = This zip file cannot be opened. Make it again, or offer the files in it one by one.
zip-explodes = This zip file becomes improbably large when unpacked and was read no further. Offer the files in it one by one.
zip-climbs = In this zip file { $file } points to a place outside of it. It was not read. Make it again.
zip-locked = This zip file is locked with a password. Offer it without one.
zip-empty = There is no file in this zip file.
file-sets-more = Here are files of more than one set of School Data Sync. Offer one set for each school.
file-set-column = In { $file } the column { $column } is missing. Make the export for School Data Sync again.
file-more-schools = This set is about more schools: { $schools }. Make an export for each school.
file-pdf = This is a PDF. Ask your system for an export as CSV, or table.
file-utf16 = This file was saved as Unicode text (UTF-16). Save it as CSV UTF-8.
file-markup = This is a web page or XML and not CSV. Choose an export as CSV in your system.
file-binary = This file is not readable text. Offer a CSV file.
file-column-missing = The column { $column } ({ $english }) is missing. Columns found: { $found }. Add the column or change its name in the first line.
file-column-twice = The column { $column } is there twice. Leave one of them.
file-too-many-columns = This file has { $columns } columns; more than { $most } cannot be right. Check the separator, or export only the columns that are needed.
file-given-twice = { $column } stands in the file and was also given apart. Leave one of the two out.
file-no-scale-column = None of the columns with scores that the profile names stands in this file. Columns found: { $found }. Choose another profile, or change the names in it.
file-xml-other = This is XML, but not EDEXML. Choose EDEXML in your system, or an export as CSV.
file-xml-broken = This XML is not whole at line { $line }. Make the export again.
file-xml-doctype = This XML file describes signs of its own (a DOCTYPE, line { $line }). That has no place in EDEXML and is not read. Make the export again.
file-xml-entity = At line { $line } this XML file refers to text that stands nowhere. Make the export again.
file-xml-deep = At line { $line } the parts of this XML file lie too deep inside each other. Make the export again.
file-group-no-key = The group on line { $line } has no key. Make the export again.
file-group-twice = The key { $key } stands with two groups (line { $line }). Then nobody can tell who sits where. Make the export again.
file-open-quote = On line { $line } a quotation mark (") opens that never closes. Mend that line, or the lines after it are lost.
file-kind-unknown = The columns do not tell whether this is a list of pupils, scores, a sociogram or absence. Name the kind, or change the first line.
file-other-school = This file is of school { $found }, not of { $school } (line { $line }). Nothing was stored.
file-reason-column = reason

# A row that cannot be taken
row-width = This line has { $has } cells and the header { $wants }. Put a cell that holds the separator between quotation marks.
row-cell-empty = { $column } is empty. Fill the cell in (also where cells were merged), or remove the row.
row-header-again = The header line stands here once more. Remove this row.
row-total = This looks like a row of totals and not like a pupil. Remove this row.
row-number-shortened = A spreadsheet has shortened this number. Format the column as text and export the file again.
row-cell-date = This is a date; a spreadsheet often makes one of something like 3-4. Format the column as text and fill in what belongs here.
row-no-scores = This pupil has no score at all in this file. Fill the scores in, or remove the row.
row-cell-too-long = This cell has { $length } characters; that is too long to be right. Check whether the right content stands here.
row-cell-over-lines = This cell runs over more than one line. Check the quotation marks.
row-date-form = This is not a date. Write 2026-03-02 or 2-3-2026 (day first).
row-date-long-ago = This date lies before { $year }. Is the year right?
row-date-future = This date is after { DAY($last) }. Check the date.
row-informant-unknown = It is not known who filled this in. Choose teacher, pupil or parent.
row-instrument-unknown = The instrument { $instrument } is not known. Known are: { $known }.
row-scale-unknown = The instrument { $instrument } has no scale { $scale }. Its scales are: { $known }.
row-score-type-unknown = This kind of score is not known. Choose from: { $known }.
row-totals-only = { $instrument } counts for school and group alone: pupils filled it in for that. A file with scores of pupils is not read. Ask the supplier for the outcome per school.
row-score-type-not-here = Scores of { $instrument } come as { $known }, not as this. Choose one of these when you make the file.
row-needs-birth-date = A developmental age needs the birth date, which is not known of this pupil. Put a column geboortedatum in the file, or bring in the pupils first.
row-developmental-age = A developmental age of { $score } months at an age of { $age } months: they differ by more than { $furthest } months. Is it an age in months?
row-answer-twice = This item stands there for this pupil and day with different answers. Neither was taken: give one.
row-answer-not-number = The answer is no number. Put the figure of the answer there.
row-answer-outside = Answers to { $item } lie between { $low } and { $high }.
row-item-unknown = { $instrument } has no item { $item }. Known are: { $known }.
row-other-instrument = This file is read as { $wanted }; this row is of another instrument.
items-no-agreement = Answers to questions come in once the school has named two readers and agreed on holidays (School → Rules → Agreements). Do you want scores of these answers? Make them with baken score, and bring those in.
score-no-items = Of { $instrument } no items are known: there is nothing to score. Bring in the scores of scales, or put a file of your own with items in config/instruments.
score-no-permission = Answers on { $instrument } may be made into scores only with the written permission of the rights holder. If you have it in writing, enter it in the settings: [licences] { $instrument } = "from whom, of which day". Scores of scales can be brought in.
score-instrument-unknown = The instrument { $instrument } is not known. Known are: { $known }.
score-too-few = { $pupil }, { $date }, { $scale }: { $answered } of { $items } answered, { $needed } needed: no score
score-part = { $pupil }, { $date }, { $scale }: no score, because { $part } has none
score-answer-twice = This item stands there twice for this list, with another answer (line { $line }): it counts as not answered.
score-told = { $lists } lists, { $scores } scores written, { $missing } without a score, { $refused } rows refused
row-score-not-number = This is not a number. Write for example 12.5 or 12,5.
row-score-decimal = This number has another decimal mark than the profile of this file says. Check the number, or change the profile.
row-score-not-level = This is not a level of the kind { $type }. { $type ->
    [AE] Choose A, B, C, D or E.
   *[other] Choose I, II, III, IV or V.
}
row-score-outside = This score is outside { $scale } ({ $type }): that runs from { $min } to { $max }.
row-twice-in-round = This pupil is in { $round } twice for { $scale }, and not with the same both times: another score, date, group or person who filled in (see line { $line } too). Leave the right line. Are they two measurements? Give each a name of its own in the column meetmoment (round); what lies less than 90 days apart counts as one.
row-person-differs = Line { $line } gives another { $column ->
    [geslacht] sex
   *[geboortedatum] date of birth
} for this pupil. Which is right cannot be seen, so no norm that asks for it is used for this pupil. Write the same in every row.
row-pupil-twice = This pupil number is there twice, with other data (see line { $line } too). Leave the right line.
row-no-key = This pupil has no key in the file. Fill in the pupil number in your system and make the export again.
row-group-lost = The group with key { $key } is not in the file. Check the group of this pupil in your system.
row-no-role = Nothing says whether this person is a pupil. Check the roles in the export.
row-no-group = According to the file this pupil sits in no group at all. Place the pupil in a group in your system, or fill the group in here.
row-more-groups = This pupil sits in more groups, and the file does not say which is the class. Fill in the class here.
row-of-the-past = This is a pupil of the past (year H). There is nothing to keep; nothing needs to be done.
row-pupil-left = This pupil left on { $last } and is not known in Baken. There is nothing to keep; nothing needs to be done.
row-mentor-no-mail = This is not an e-mail address. Fill in the mentor's e-mail address or leave the cell empty.

row-pupil-unknown = Pupil number { $pupil } is not known at this school. Bring in the roster first, or mend the number.

# Profiles for files
profile-unreadable = The profile { $file } cannot be read: { $problem }
profile-column = The profile { $file } names { $name }, and Baken knows no such column for this kind of file. Use the Dutch names, such as leerlingnummer.
profile-forbidden = The profile { $file } names the column { $name }. Baken may not read it; take it out.
profile-twice = The profile { $file } uses { $name } twice. Leave one.
profile-empty = The profile { $file } ({ $name }) lacks a name or source, or names scales for a list of pupils.
profile-unknown = The profile { $name } is not known. Known are: { $known }.
profile-unclear = Both the profile { $one } and { $other } fit this file. Choose one with --profile, or make their match more exact.

# An import
import-busy = A file is being brought in for this school right now. Try again in a minute.
import-overtaken = Another file was brought in for this school meanwhile. Offer this file again.
import-decided = This import was decided on before. Offer the file again.
import-not-stored = This import is not stored or was taken back already; there is nothing to take back.
import-not-all = { $refused ->
    [one] { $refused } row was refused
   *[other] { $refused } rows were refused
}, and all or nothing was asked for. Nothing was stored.
import-nothing-good = No row of this file can be stored. Mend the refused rows and offer the file again.
import-not-yours = Only the administration and the coordinator of this school bring in files.
import-brake = This file changes { $changed } pupils and { $missing } pupils are missing from it, of the { $known } that are known. That is much: is it the right file? Nobody who is missing is removed.
import-brake-year = This file is of school year { $year }, and that is not the present school year. Is this the right file? Who stores it, puts the pupils in the groups of now.
import-built-on = The later import of { $file } ({ $import }) is about the same data. Take that one back first.
import-in-use = Something has been written about pupils of this import. It can no longer be taken back as a whole.

# What the command line says
import-given-form = With --given goes NAME=VALUE, for example --given informant=ouder. { $given } is not possible: the names are the Dutch ones of our columns.
import-which-school = Name the school with --school and its BRIN, for example --school 99ZZ.
import-file-unreadable = { $file } cannot be read. Check the name and the folder.
import-told-stored = { $file } was stored: { $new } new, { $changed } changed, { $unchanged } unchanged, { $missing } missing, { $refused } refused.
import-told-not-stored = { $file } was not stored: { $new } new, { $changed } changed, { $unchanged } unchanged, { $missing } missing, { $refused } refused.
import-told-undo = To take it back: baken import undo { $import }
import-told-undone = Import { $import } was taken back.
import-told-dropped = Columns not read: { $columns }.
import-told-row = line { $line }, { $column } "{ $value }": { $reason }

# The screens of importing
imports-title = Import
imports-help = Bring in a roster, scores, a sociogram or absence (counts alone) as your system exports them. You see first what changes; only then you choose.
imports-no-school = You bring in files for no school.
imports-school = For which school
imports-file = Files
imports-points = For a sociogram: scale of the ratings
imports-points-told = shows in the ratings
imports-points-of = { $points } points
imports-file-help = Lists as CSV, EDEXML, a set of School Data Sync, or a zip of these. More at once is fine: the list of pupils goes first.
imports-look = See what changes
imports-before = Brought in before
imports-what = What
imports-state = State
imports-when = When
imports-who = By whom
imports-by-server = who runs the server
imports-none = Nothing yet. Begin with the roster.
imports-paste = Or paste rows from a spreadsheet
imports-rows = Rows, with the header line
imports-rows-help = Select the rows in the spreadsheet with the names of the columns above them, copy them and paste them here.
imports-pasted = pasted rows
import-no-file = Choose a file, or paste rows.
import-waiting = After this
import-store-everything = Store everything
import-store-everything-help = What is shown here, in this order. Refused rows are left out. Where a file does something else than is shown, it stops there and you see it.
import-waiting-help = This is how the other files come in once this one has been stored.
import-readable = rows can be read
import-next = Go on with the next file
import-one-file = There are { $files } lists in this zip file. Offer them here one by one, the list of pupils first.
import-upload-broken = The file did not arrive well. Try again.
import-upload-large = This file is larger than 64 MB. Split it, or bring it in with baken import.
import-no-choice = Choose what has to happen with this file.
import-kind-roster = roster
import-kind-scores = scores
import-kind-sociogram = sociogram
import-state-staging = being read
import-state-previewed = waits for your choice
import-state-stored = stored
import-state-left = not stored
import-state-undone = taken back
import-state-broken = broken off, nothing stored
import-profile = profile
import-separator = separator
import-new = new
import-changed = changed
import-unchanged = unchanged
import-missing = known pupils are missing from the file; they stay
import-refused = refused
import-rounds = Rounds:
import-dropped = Not read, because Baken may not have this:
import-ignored = Columns that mean nothing here:
import-groups = Groups
import-staff = Staff in the file
import-staff-proposed = proposal:
import-staff-no-account = has no account as mentor of this school
import-refused-title = Refused rows
import-refused-file = Refused rows as a file, with the reason
import-line = line
import-column = column
import-value = content
import-reason = reason
import-brake-agree = I have checked it; this is the right file
imports-sending = The file is being sent.
imports-reading = The file is being read and compared. This may take a while.
imports-also = More
import-store-this = Store this file only
import-store-all = Store all
import-store-good = Store the good rows only
import-store-none = Store nothing
import-stored-help = Stored. New scores are computed by themselves; what asks for attention appears among the signals.
import-undo = Take this import back
row-needs-consent = Scores of { $instrument } may only be kept of pupils with a recorded consent. None is known here; the row was not stored.

# Ratings for a sociogram
row-rating-of-oneself-here = Here a pupil judges himself or herself. Empty this cell; as long as it is filled, the whole row does not count.
row-rating-of-oneself = Here a pupil judges himself or herself. That does not count. Remove the row or mend the number.
row-rating-of-nobody = No pupil number stands above this column. Put above it whom this rating is about, or empty the cell.
row-rating-form = This is no rating. Write a whole number from 1, or + or -.
row-rating-outside = This rating lies outside the scale: it runs from 1 to { $highest }. Mend it, or choose another scale (--points).
row-rating-negative = This school does not ask whom pupils do not choose (-). Leave those choices out, or switch them on under Administration if the school has decided so.
row-rating-twice = On this day this pupil occurs twice with a different rating by the same pupil (see also line { $line }). Leave the right row.
row-rating-two-scales = This group already has ratings on this day on a scale up to { $stored }; this file goes up to { $highest }. Two scales on one day say nothing together. Choose the right scale or day, or undo the earlier import first.
ratings-pupil-twice = Pupil { $pupil } stands above two columns. Put one pupil number above each column, and each only once.
ratings-scale-unclear = The ratings do not tell how many points the scale has; the highest is { $highest }. Choose the scale: 3, 5, 7 or 9 points (--points).
sociogram-told = Scale of { $points } points. { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
}, { $pupils } pupils, { $refused } refused rows.

# Why a sociogram lacks a status
sociogram-note-unrated = rated by nobody
sociogram-note-few = too few raters to determine a status
sociogram-note-spread = no spread in the ratings
sociogram-note-one-sided = no difference in ratings on one side of the middle, and a status needs both sides
sociogram-note-mixed = numbers and choices (+ and -) are mixed in this group
sociogram-note-outside = ratings outside the scale
sociogram-note-large = { $n } pupils are too many for one group, since a sociogram is about { $most } at most

# A file beside the last one, and pupil by pupil.
last-title = Beside last time
last-what = What
last-then = last time
last-now = now
last-rows = rows
last-groups = Groups with as many rows as then are left out.
columns-read = Columns
columns-as = read as
columns-forbidden = not read: Baken may not have this
columns-ignored = not read: means nothing here
difference-go = See what changes, pupil by pupil
difference-title = What changes, pupil by pupil
difference-help = Nothing has been stored yet. Who changes comes first, then who is new. What stays the same is left out.
difference-none = Nothing changes.
difference-of = of
difference-pupil = pupil
difference-row = row
difference-what = what
difference-pages = Pages
difference-earlier = Previous
difference-later = Next
difference-back = Back to the file
difference-new = new, in group { $group }
difference-name = another name
difference-birth-date = another birth date
difference-sex = another sex
difference-left = left the school, last day { $last }
difference-group = from group { $from } to { $to }
difference-comes = comes into group { $to }
difference-year = year level becomes { $to }
difference-stays = other places earlier this year
difference-clusters = other clusters
difference-scores-new = { $count ->
    [one] 1 new score
   *[other] { $count } new scores
}
difference-score = row { $row }: { $list }, { $scale } ({ $informant }, { $round }): { $before } becomes { $after }
difference-score-hidden = row { $row }: { $list }, { $scale } ({ $informant }, { $round }): another score
