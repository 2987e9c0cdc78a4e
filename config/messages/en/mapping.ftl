# The columns of a list that cannot be read by itself, and the profiles of a school

columns-title = What is in which column?
columns-help = Baken cannot read this list by itself. Say once what the columns are. The next list with the same columns is then read that way by itself.
columns-known = This list looks like { $profile }. Fill in what is still missing; the rest is filled in already.
columns-fitting = More than one profile fits. Which profile belongs to this list?
columns-fitting-help = Do you always choose the same one? Then delete the other profile, and this will not be asked again.
columns-fitting-do = Read by this profile
columns-first-rows = The first rows
columns-not-read = is not read
columns-nameless = has no name and can therefore not be used
columns-same-name = has the name of an earlier column and can therefore not be used
columns-no-name = without a name
columns-step-what = 1. What is it?
columns-holds = What does this file hold?
columns-holds-what = { $holds ->
    [roster] a roster
    [long] scores, each score on a row of its own
   *[wide] scores, one row per pupil and a column per scale
}
columns-instrument = Of which questionnaire are the scores?
columns-instrument-help = Only for scores.
columns-in-a-column = stands in a column
columns-show = Show the columns
columns-step-columns = 2. What are the columns?
columns-step-columns-help = What you do not need stays on "do not use". Those columns do not come into Baken.
columns-theirs = Column
columns-samples = For example
columns-is = Is
columns-unused = do not use
columns-step-all = 3. What holds for all rows?
columns-step-all-help = Only what does not stand in a column.
columns-informant = Who filled in the list?
columns-date = On which day was the list filled in?
columns-of-this-file = For this file only. Leave empty when a column holds the date.
columns-round = Round
columns-round-help = For this file only, and only when you have a name for it, such as M1.
columns-dates = How are the dates written?
columns-form-example = { $written } is 3 April 2026
columns-decimals = Which mark stands before the decimals?
columns-mark = { $mark ->
    [comma] a comma: 12,5
   *[point] a point: 12.5
}
columns-choose = choose
columns-step-name = A name for later
columns-source = Name of the source
columns-source-help = This is how you find the profile again, for example: tracking system, wide.
columns-forget = Forget this file
columns-waits = This file waits a day for your answer and is then forgotten.

columns-say-what = Choose what this file holds.
columns-unknown = Choose again what the column { $column } is: that choice does not fit this kind of file or this questionnaire.
columns-twice = { $column } and { $other } are both said to be the same. Choose one, and set the other to "do not use".
columns-missing = Say in which column { $english } stands (in Dutch { $column }). Without that column this list cannot be read.
columns-missing-instrument = Choose of which questionnaire the scores are, or say in which column that stands.
columns-missing-informant = Choose who filled in the list, or say in which column that stands.
columns-missing-date = Fill in on which day the list was filled in, or say in which column the date stands.
columns-no-scale = Point out at least one column with scores of a scale.
columns-instrument-unknown = The questionnaire { $instrument } is not known. Choose one from the list.
columns-beside = This stands in the column { $column } already. Empty this field, or set that column to "do not use".
columns-date-form = The dates do not show what is the day and what the month. Choose how they are written.
columns-decimal = The numbers do not show which mark stands before the decimals. Choose one.
columns-name = Give a name, so that you find the profile again later.

column-leerlingnummer = pupil number
column-roepnaam = first name
column-tussenvoegsel = infix (van, de)
column-achternaam = last name
column-groep = group
column-leerjaar = year
column-geboortedatum = date of birth
column-geslacht = sex
column-mentor = e-mail address of the mentor
column-instroomdatum = first day at school
column-uitstroomdatum = last day at school
column-school = BRIN of the school
column-afnamedatum = date of the list
column-instrument = questionnaire
column-informant = who filled in (teacher, pupil, parent)
column-schaal = scale
column-score = score
column-score_type = unit of the score
column-meetmoment = round
column-invuller = name of who filled in
column-versie = version of the questionnaire

# Profiles of a school
profiles-title = Profiles
profiles-help = A profile says how lists of one source are read. It is made when you say what the columns of a list are. You can save it as a file and give it to another school; it holds nothing about pupils.
profiles-go = Profiles of this school
profiles-none = None yet. A profile is made when you say what the columns of a list are.
profiles-name = Name
profiles-kind = Kind
profiles-found-by = Known by
profiles-by-name-only = by its name only
profiles-since = Since
profiles-by = By
profiles-what = What you can do
profiles-download = Save as a file
profiles-change = Another name, or delete
profiles-new-name = New name
profiles-rename = Give this name
profiles-delete = Delete
profiles-delete-help = What was brought in by this profile stays.
profiles-of = profile { $name }
profiles-bring = Bring a profile in
profiles-file = Profile (.toml)
profiles-replace = Replace a profile of the same name
profiles-bring-do = Keep this profile
profiles-no-file = Choose a file with a profile.
profiles-no-text = This file is not text. A profile is a file that ends in .toml.
profiles-shipped = Shipped, or of this Baken:
profile-there = There is a profile { $name } already. Choose another name, or replace it under Profiles.

imports-profile = Profile
imports-profile-help = Usually not needed: Baken knows a list by its columns.
imports-profile-none = by itself
imports-profile-ask = I will say what the columns are
imports-profile-shipped = shipped
