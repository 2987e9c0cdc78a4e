# The lists on the screen, and the letter to a supplier
instruments-title = Lists and domains
instruments-help = What Baken knows. You choose the names of the columns in a file; the codes below are those of the scales. We have seen no export of a supplier: where your layout is missing, ask for it.
instruments-go = Which lists does Baken know, and which domain do they serve?
instruments-domains = Which list serves which domain?
instruments-domains-help = Where no list raises a signal, people look and tell: write an observation.
instruments-signals = May raise a signal
instruments-explains = Explains, raises nothing
instruments-none = none
instruments-attendance = absence (counts, without a reason)
instruments-lists = The lists
instruments-source = Source: { $source } ({ $date }).
instruments-licence = Use:
instruments-units = Kind of score:
instruments-units-all = every kind; where none is given, raw scores
instruments-totals = Only outcomes of a school or group: a file with numbers of pupils is refused.
instruments-code = Code
instruments-name = Scale
instruments-says = What the scale says
instruments-scale = { $min } to { $max }; high is { $high ->
    [concern] a concern
   *[strength] good
}; { $does ->
    [signals] may raise a signal
    [control] says whether the answers can be relied upon
   *[explains] explains
}

letter-go = Make a letter to the supplier on the layout of its export
letter-title = Letter to the supplier
letter-help = Does Baken not know the layout of your export? Then ask for it. You can take this letter. Nothing is sent or kept, and no data of pupils are needed.
letter-product = Name of the program
letter-product-open = [name of the program]
letter-what = What is the export about?
letter-language = Language of the letter
letter-do = Fill the letter in
letter-text-title = The letter
letter-take = Select the text, copy it and send it with your own mail.
letter-fields-roster =
    - the pupil's number, as text with leading zeros
    - first name, infix and last name
    - date of birth
    - the group or class, and the year level
    - the first and the last day in that group
    - the mail address of the mentor
letter-fields-attendance =
    - the pupil's number, as text with leading zeros
    - the first and the last day of the period that was counted
    - the number of hours ill and of times reported ill
    - the number of hours of unauthorised absence
    - how often the pupil was late
    - no reason of the absence
letter-fields-scores =
    - the pupil's number, as text with leading zeros
    - the date on which the list was filled in
    - who filled it in: teacher, pupil or parent
    - the version of the list, and the kind of score (raw, percentile, stanine and the like)
    - the scores of the scales: { $scales }
letter-fields-totals =
    - the group, or the whole school
    - the date of the measurement
    - by scale the mean or the percentage: { $scales }
    - the number of pupils it is of
    - no numbers of pupils
letter-text =
    Dear Sir or Madam,

    { $school } works with { $product }. We would like to use what it holds in Baken as well, an open program that helps us to see in time which pupil or group needs attention. It reads an export file. This is about: { $what }.

    Would you let us know how that export is laid out? The line with the names of the columns and three rows with invented pupils are enough. No personal data are needed. Please send no data of real pupils.

    These are the fields we look for:
    { $fields }

    We would also like to know:
    - where a school makes this export, and in what form (csv, xlsx, xml);
    - the separator, the character set, the decimal mark and the form of dates;
    - of each column with a score: the lowest and highest value, and whether high is good or a concern;
    - for norm scores: which norm they come from, and of what year;
    - what stands where something was not filled in;
    - whether the layout is fixed, and how we hear that it changes.

    We do not ask for questions or items of a list, nor for the BSN or other data that we do not need.

    May the names of the columns stand in the open program, so that other schools need not ask again?

    With kind regards,
    { $sender }
    { $school }
