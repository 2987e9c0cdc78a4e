//! The tables, as diesel knows them: written from `migrations/`, the same for both databases.
//! A test selects from each on both, so that the two cannot drift apart.
#![expect(missing_docs, reason = "the migrations say what each column is for")]

diesel::table! {
    counters (name) {
        name -> Text,
        next -> BigInt,
    }
}

diesel::table! {
    schools (id) {
        id -> Text,
        brin -> Text,
        name -> Text,
        sector -> Text,
        region -> Text,
        ruleset -> Text,
        norms_by_sex -> Bool,
        starting_picture_until -> Nullable<Date>,
        starting_picture_asked_at -> Nullable<Timestamp>,
        negative_choices -> Bool,
        importing -> Nullable<Text>,
        importing_until -> Nullable<Timestamp>,
        eckid_key -> Nullable<Text>,
        created_at -> Timestamp,
        starting_terms -> Nullable<Text>,
    }
}

diesel::table! {
    groups (id) {
        id -> Text,
        school_id -> Text,
        name -> Text,
        school_year -> Integer,
    }
}

diesel::table! {
    pupils (id) {
        id -> Text,
        key -> BigInt,
        school_id -> Text,
        number -> Text,
        first_name -> Text,
        infix -> Text,
        last_name -> Text,
        birth_date -> Nullable<Date>,
        sex -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    aliases (school_id, what, name) {
        school_id -> Text,
        what -> Text,
        name -> Text,
        stands_for -> Text,
    }
}

diesel::table! {
    pupil_eckids (pupil_id) {
        pupil_id -> Text,
        fingerprint -> Text,
    }
}

diesel::table! {
    memberships (id) {
        id -> Text,
        pupil_id -> Text,
        group_id -> Text,
        year -> Text,
        starts_on -> Date,
        ends_on -> Nullable<Date>,
        cluster -> Bool,
    }
}

diesel::table! {
    accounts (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        password_hash -> Text,
        language -> Text,
        created_at -> Timestamp,
        disabled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    roles (id) {
        id -> Text,
        account_id -> Text,
        role -> Text,
        school_id -> Nullable<Text>,
    }
}

diesel::table! {
    relations (id) {
        id -> Text,
        account_id -> Text,
        kind -> Text,
        group_id -> Nullable<Text>,
        pupil_id -> Nullable<Text>,
        starts_on -> Date,
        ends_on -> Nullable<Date>,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        account_id -> Text,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
    }
}

diesel::table! {
    login_failures (id) {
        id -> Text,
        account -> Text,
        address -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    drafts (account_id, form) {
        account_id -> Text,
        form -> Text,
        body -> Text,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    imports (id) {
        id -> Text,
        school_id -> Text,
        kind -> Text,
        state -> Text,
        file_name -> Text,
        file_hash -> Text,
        header -> Text,
        summary -> Text,
        brake -> Nullable<Text>,
        account_id -> Nullable<Text>,
        created_at -> Timestamp,
        decided_at -> Nullable<Timestamp>,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    import_rows (import_id, seq) {
        import_id -> Text,
        seq -> Integer,
        row_no -> Integer,
        line_no -> Integer,
        status -> Text,
        raw -> Text,
        parsed -> Text,
        problem_column -> Text,
        problem_value -> Text,
        reason -> Text,
    }
}

diesel::table! {
    import_scores (import_id, seq) {
        import_id -> Text,
        seq -> Integer,
        content -> Binary,
    }
}

diesel::table! {
    import_waiting (import_id, seq) {
        import_id -> Text,
        seq -> Integer,
        file_name -> Text,
        kind -> Text,
        good -> Integer,
        refused -> Integer,
        forecast -> Nullable<Text>,
        files -> Text,
    }
}

diesel::table! {
    import_asked (id) {
        id -> Text,
        school_id -> Text,
        file_name -> Text,
        offer -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    profiles (id) {
        id -> Text,
        school_id -> Text,
        name -> Text,
        body -> Text,
        account_id -> Nullable<Text>,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    import_changes (import_id, seq) {
        import_id -> Text,
        seq -> Integer,
        what -> Text,
        subject -> Text,
        before -> Nullable<Text>,
    }
}

diesel::table! {
    series (key) {
        key -> Integer,
        instrument -> Text,
        version -> Text,
        informant -> Text,
        scale -> Text,
        score_type -> Text,
        lasting -> Nullable<Double>,
        fading -> Nullable<Double>,
    }
}

diesel::table! {
    rounds (key) {
        key -> Integer,
        label -> Text,
    }
}

diesel::table! {
    origins (key) {
        key -> Integer,
        import_id -> Text,
        group_id -> Nullable<Text>,
        rater -> Text,
    }
}

diesel::table! {
    round_days (series_key, round_key) {
        series_key -> Integer,
        round_key -> Integer,
        day -> Double,
    }
}

diesel::table! {
    scores (pupil_key, series_key, round_key) {
        pupil_key -> BigInt,
        series_key -> Integer,
        round_key -> Integer,
        taken_on -> Date,
        value -> Double,
        origin_key -> Integer,
    }
}

diesel::table! {
    ratings (group_id, taken_on, rater_key, rated_key) {
        group_id -> Text,
        taken_on -> Date,
        rater_key -> BigInt,
        rated_key -> BigInt,
        opinion -> Text,
        points -> Integer,
        import_id -> Text,
    }
}

diesel::table! {
    objections (id) {
        id -> Text,
        pupil_id -> Text,
        instrument -> Text,
        objected_on -> Date,
        account_id -> Text,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    list_consents (id) {
        id -> Text,
        pupil_id -> Text,
        instrument -> Text,
        given_by -> Text,
        given_on -> Date,
        account_id -> Text,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    critical_agreements (id) {
        id -> Text,
        school_id -> Text,
        first_reader -> Text,
        second_reader -> Text,
        in_holidays -> Text,
        line -> Text,
        account_id -> Text,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    critical_answers (pupil_key, instrument, informant, item, taken_on) {
        pupil_key -> BigInt,
        instrument -> Text,
        informant -> Text,
        item -> Text,
        taken_on -> Date,
        answer -> Double,
        critical_from -> Double,
        import_id -> Text,
    }
}

diesel::table! {
    attendance (pupil_key, starts_on) {
        pupil_key -> BigInt,
        starts_on -> Date,
        ends_on -> Date,
        hours_ill -> Nullable<Double>,
        times_ill -> Nullable<Integer>,
        hours_unauthorised -> Nullable<Double>,
        times_late -> Nullable<Integer>,
        import_id -> Text,
    }
}

diesel::table! {
    totals (id) {
        id -> Text,
        school_id -> Text,
        group_id -> Nullable<Text>,
        taken_on -> Date,
        instrument -> Text,
        scale -> Text,
        mean -> Nullable<Double>,
        percentage -> Nullable<Double>,
        pupils -> Integer,
        import_id -> Text,
    }
}

diesel::table! {
    conversations (id) {
        id -> Text,
        school_id -> Text,
        pupil_id -> Nullable<Text>,
        group_id -> Nullable<Text>,
        with_whom -> Text,
        held_on -> Date,
        line -> Text,
        agreed -> Text,
        account_id -> Text,
        created_at -> Timestamp,
        transferred_on -> Nullable<Date>,
    }
}

diesel::table! {
    observations (id) {
        id -> Text,
        school_id -> Text,
        pupil_id -> Nullable<Text>,
        group_id -> Nullable<Text>,
        domain -> Text,
        tone -> Text,
        urgent -> Bool,
        source -> Text,
        seen_by -> Text,
        other_parent_may_read -> Nullable<Bool>,
        text -> Text,
        seen_on -> Date,
        account_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    signals (id) {
        id -> Text,
        school_id -> Text,
        level -> Text,
        group_id -> Nullable<Text>,
        pupil_id -> Nullable<Text>,
        subject -> Text,
        domain -> Text,
        severity -> Text,
        human -> Bool,
        restricted -> Bool,
        only_for -> Nullable<Text>,
        state -> Text,
        round -> Text,
        raised_at -> Timestamp,
        changed_at -> Timestamp,
        mentor_until -> Nullable<Date>,
        mentor_view -> Nullable<Text>,
        mentor_choice -> Nullable<Text>,
        mentor_note -> Text,
        look_on -> Nullable<Date>,
        reason -> Text,
        reopened -> Bool,
        read_until -> Nullable<Date>,
        read_at -> Nullable<Timestamp>,
        read_by -> Nullable<Text>,
        reminded_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    signal_evidence (id) {
        id -> Text,
        signal_id -> Text,
        rule -> Text,
        severity -> Text,
        series -> Text,
        round -> Text,
        statistic -> Nullable<Double>,
        ruleset -> Text,
        observation_id -> Nullable<Text>,
        finding -> Text,
        withdrawn -> Bool,
        raised_at -> Timestamp,
    }
}

diesel::table! {
    decisions (id) {
        id -> Text,
        signal_id -> Text,
        event -> Text,
        from_state -> Text,
        to_state -> Text,
        account_id -> Nullable<Text>,
        reason -> Text,
        note -> Text,
        look_on -> Nullable<Date>,
        at -> Timestamp,
        transferred_on -> Nullable<Date>,
        no_conversation -> Text,
    }
}

diesel::table! {
    ruleset_choices (id) {
        id -> Text,
        school_id -> Text,
        ruleset -> Text,
        terms -> Text,
        account_id -> Text,
        chosen_at -> Timestamp,
        starts_on -> Date,
        in_force_on -> Nullable<Date>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    partners (id) {
        id -> Text,
        name -> Text,
        kind -> Text,
        access_route -> Text,
        email -> Text,
        phone -> Text,
        offer -> Text,
        waiting -> Text,
        waiting_told_on -> Nullable<Date>,
        regions -> Text,
        informal -> Bool,
        address -> Text,
        verified_how -> Text,
        verified_on -> Nullable<Date>,
        verified_by -> Nullable<Text>,
        created_at -> Timestamp,
        retired_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    offers (id) {
        id -> Text,
        partner_id -> Text,
        name -> Text,
        ages_from -> Nullable<Integer>,
        ages_to -> Nullable<Integer>,
        text -> Text,
        access_route -> Text,
        waiting -> Text,
        waiting_told_on -> Nullable<Date>,
        created_at -> Timestamp,
        retired_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    referrals (id) {
        id -> Text,
        school_id -> Text,
        pupil_id -> Text,
        partner_id -> Text,
        state -> Text,
        question -> Text,
        choice -> Text,
        ground -> Nullable<Text>,
        ground_note -> Text,
        no_conversation -> Text,
        account_id -> Text,
        created_at -> Timestamp,
        changed_at -> Timestamp,
        answer_until -> Nullable<Date>,
        overdue -> Bool,
        packet -> Nullable<Text>,
        packet_hash -> Nullable<Text>,
        token_hash -> Nullable<Text>,
        code_hash -> Nullable<Text>,
        code_misses -> Integer,
        offer_id -> Nullable<Text>,
        informed -> Text,
        informed_on -> Nullable<Date>,
        asked -> Bool,
        agreed_hash -> Nullable<Text>,
    }
}

diesel::table! {
    referral_signals (referral_id, signal_id) {
        referral_id -> Text,
        signal_id -> Text,
    }
}

diesel::table! {
    adults (id) {
        id -> Text,
        pupil_id -> Text,
        name -> Text,
        kind -> Text,
        authority -> Text,
        alone -> Bool,
        authority_source -> Text,
        authority_on -> Nullable<Date>,
        account_id -> Text,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    pupil_wishes (id) {
        id -> Text,
        pupil_id -> Text,
        wish -> Text,
        said_on -> Date,
        note -> Text,
        account_id -> Text,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        ended_by -> Nullable<Text>,
        end_reason -> Text,
    }
}

diesel::table! {
    consents (id) {
        id -> Text,
        referral_id -> Text,
        adult_id -> Nullable<Text>,
        about -> Text,
        answer -> Text,
        purpose -> Text,
        until -> Nullable<Date>,
        form -> Text,
        given_on -> Date,
        note -> Text,
        parts -> Text,
        parts_hash -> Text,
        account_id -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    overrides (id) {
        id -> Text,
        referral_id -> Text,
        ground -> Text,
        reason -> Text,
        asked_by -> Text,
        asked_at -> Timestamp,
        agreed_by -> Nullable<Text>,
        agreed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    referral_steps (id) {
        id -> Text,
        referral_id -> Text,
        event -> Text,
        actor -> Text,
        from_state -> Text,
        to_state -> Text,
        account_id -> Nullable<Text>,
        told_by -> Text,
        reason -> Text,
        note -> Text,
        at -> Timestamp,
        kind -> Text,
        again_on -> Nullable<Date>,
    }
}

diesel::table! {
    partner_visits (visit_hash) {
        visit_hash -> Text,
        referral_id -> Text,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    assignments (id) {
        id -> Text,
        school_id -> Text,
        subject -> Text,
        pupil_id -> Nullable<Text>,
        account_id -> Text,
        by_account -> Nullable<Text>,
        from_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        note -> Text,
    }
}

diesel::table! {
    stand_ins (id) {
        id -> Text,
        school_id -> Text,
        account_id -> Text,
        stand_in_id -> Text,
        starts_on -> Date,
        ends_on -> Date,
        by_account -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    closed_weeks (id) {
        id -> Text,
        school_id -> Text,
        from_on -> Date,
        to_on -> Date,
        name -> Text,
        call_whom -> Text,
        call_phone -> Text,
        by_account -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    reminders (id) {
        id -> Text,
        recipient -> Text,
        kind -> Text,
        about_id -> Text,
        due_on -> Date,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    plans (id) {
        id -> Text,
        school_id -> Text,
        level -> Text,
        pupil_id -> Nullable<Text>,
        group_id -> Nullable<Text>,
        restricted -> Bool,
        state -> Text,
        goal -> Text,
        instrument -> Nullable<Text>,
        informant -> Nullable<Text>,
        scale -> Nullable<Text>,
        intervention -> Text,
        intervention_date -> Nullable<Date>,
        own_approach -> Text,
        arrangement -> Text,
        owner_id -> Text,
        starts_on -> Nullable<Date>,
        evaluate_on -> Nullable<Date>,
        no_conversation -> Text,
        outcome -> Nullable<Text>,
        outcome_note -> Text,
        account_id -> Text,
        created_at -> Timestamp,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    plan_domains (plan_id, domain) {
        plan_id -> Text,
        domain -> Text,
    }
}

diesel::table! {
    plan_signals (plan_id, signal_id) {
        plan_id -> Text,
        signal_id -> Text,
    }
}

diesel::table! {
    plan_steps (id) {
        id -> Text,
        plan_id -> Text,
        event -> Text,
        actor -> Text,
        from_state -> Text,
        to_state -> Text,
        account_id -> Nullable<Text>,
        note -> Text,
        evaluate_on -> Nullable<Date>,
        at -> Timestamp,
        transferred_on -> Nullable<Date>,
    }
}

diesel::table! {
    handover_misses (id) {
        id -> Text,
        address -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    letters (id) {
        id -> Text,
        school_id -> Text,
        pupil_id -> Text,
        partner_id -> Text,
        taken_by -> Text,
        question -> Text,
        follow_on -> Date,
        outcome -> Text,
        closed_at -> Nullable<Timestamp>,
        reminded_at -> Nullable<Timestamp>,
        account_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    consultations (id) {
        id -> Text,
        school_id -> Text,
        with_whom -> Text,
        held_on -> Date,
        question -> Text,
        advice -> Text,
        account_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    meldcode_files (id) {
        id -> Text,
        pupil_id -> Text,
        pupil_name -> Text,
        school_id -> Text,
        officer_id -> Text,
        state -> Text,
        opened_at -> Timestamp,
        closed_on -> Nullable<Date>,
        answer_by -> Nullable<Date>,
    }
}

diesel::table! {
    meldcode_steps (id) {
        id -> Text,
        file_id -> Text,
        step -> Text,
        on_date -> Date,
        facts -> Text,
        opinion -> Text,
        consulted -> Text,
        report -> Nullable<Bool>,
        report_reason -> Text,
        help -> Nullable<Bool>,
        help_reason -> Text,
        account_id -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    preparations (id) {
        id -> Text,
        pupil_id -> Text,
        filled_by -> Text,
        strengths -> Text,
        worries -> Text,
        wish -> Text,
        filled_on -> Date,
        conversation_id -> Nullable<Text>,
        account_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    meetings (id) {
        id -> Text,
        school_id -> Text,
        kind -> Text,
        group_id -> Nullable<Text>,
        held_on -> Date,
        state -> Text,
        account_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    meldcode_people (id) {
        id -> Text,
        file_id -> Text,
        account_id -> Text,
        from_on -> Date,
        until_on -> Date,
        by_account -> Text,
    }
}

diesel::table! {
    meeting_guests (id) {
        id -> Text,
        meeting_id -> Text,
        job -> Text,
        organisation -> Text,
    }
}

diesel::table! {
    meldcode_papers (id) {
        id -> Text,
        file_id -> Text,
        came_from -> Text,
        content -> Text,
        read_by -> Text,
        moved_by -> Text,
        moved_at -> Timestamp,
    }
}

diesel::table! {
    meldcode_merges (id) {
        id -> Text,
        file_id -> Text,
        import_id -> Text,
        was_of -> Text,
    }
}

diesel::table! {
    meeting_subjects (id) {
        id -> Text,
        meeting_id -> Text,
        pupil_id -> Nullable<Text>,
        group_id -> Nullable<Text>,
        place -> Integer,
        ground -> Nullable<Text>,
        ground_note -> Text,
        parents_invited_on -> Nullable<Date>,
        pupil_invited_on -> Nullable<Date>,
        need -> Text,
        conversation_id -> Nullable<Text>,
    }
}

diesel::table! {
    forgetting_accepts (school_id) {
        school_id -> Text,
        account_id -> Text,
        accepted_at -> Timestamp,
    }
}

diesel::table! {
    forgetting_reports (id) {
        id -> Text,
        school_id -> Text,
        at -> Timestamp,
        report -> Text,
    }
}

diesel::table! {
    special_schooling (id) {
        id -> Text,
        pupil_id -> Text,
        account_id -> Text,
        noted_at -> Timestamp,
    }
}

diesel::table! {
    forgotten_files (id) {
        id -> Text,
        pupil_id -> Text,
        forgotten_on -> Date,
    }
}

diesel::table! {
    known_findings (id) {
        id -> Text,
        school_id -> Text,
        subject -> Text,
        pupil_id -> Nullable<Text>,
        rule -> Text,
        series -> Text,
        round -> Text,
    }
}

diesel::table! {
    kept_counts (school_id, school_year, rule, state, mentor_view, reason) {
        school_id -> Text,
        school_year -> Integer,
        rule -> Text,
        state -> Text,
        mentor_view -> Text,
        reason -> Text,
        n -> Integer,
    }
}

diesel::table! {
    forgotten_rounds (school_id, series_key, round_key) {
        school_id -> Text,
        series_key -> Integer,
        round_key -> Integer,
    }
}

diesel::table! {
    forgotten_imports (import_id) {
        import_id -> Text,
    }
}

diesel::table! {
    observation_keeps (observation_id, school_year) {
        observation_id -> Text,
        school_year -> Integer,
        reason -> Text,
        account_id -> Text,
        kept_at -> Timestamp,
    }
}

diesel::table! {
    openings (id) {
        id -> Text,
        school_id -> Text,
        pupil_id -> Text,
        account_id -> Text,
        reason -> Text,
        opened_at -> Timestamp,
        open_until -> Timestamp,
        verdict -> Nullable<Text>,
        verdict_note -> Text,
        reviewed_by -> Nullable<Text>,
        reviewed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    log_releases (id) {
        id -> Text,
        pupil_id -> Text,
        asked_by -> Text,
        asked_on -> Date,
        asker -> Text,
        weighed -> Text,
        names_because -> Text,
        account_id -> Text,
        released_at -> Timestamp,
    }
}

diesel::table! {
    log_release_lines (release_id, seq) {
        release_id -> Text,
        seq -> Integer,
        on_day -> Date,
        function -> Text,
        purpose -> Text,
        name -> Text,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        kind -> Text,
        payload -> Text,
        created_at -> Timestamp,
        run_after -> Timestamp,
        attempts -> Integer,
        leased_until -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        done_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    audit (id) {
        id -> Text,
        at -> Timestamp,
        account_id -> Nullable<Text>,
        actor -> Text,
        action -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        reason -> Text,
        detail -> Text,
        seq -> Nullable<BigInt>,
    }
}

diesel::table! {
    seals (chain, seq) {
        chain -> Text,
        seq -> BigInt,
        line_id -> Text,
        line_salt -> Nullable<Text>,
        line_hash -> Text,
        words_salt -> Nullable<Text>,
        words_hash -> Text,
        line_gone_by -> Nullable<Text>,
        words_gone_by -> Nullable<Text>,
        seal -> Text,
    }
}

diesel::table! {
    meldcode_reads (id) {
        id -> Text,
        at -> Timestamp,
        account_id -> Nullable<Text>,
        action -> Text,
        file_id -> Text,
        reason -> Text,
        detail -> Text,
        seq -> Nullable<BigInt>,
    }
}

diesel::table! {
    withdrawn_scores (pupil_key, series_key, round_key) {
        pupil_key -> BigInt,
        series_key -> Integer,
        round_key -> Integer,
        import_id -> Text,
        group_id -> Nullable<Text>,
    }
}

diesel::table! {
    silences (id) {
        id -> Text,
        school_id -> Text,
        group_id -> Nullable<Text>,
        level -> Text,
        rule -> Text,
        instrument -> Text,
        informant -> Text,
        round -> Text,
        why -> Text,
        least -> Integer,
    }
}

diesel::joinable!(groups -> schools (school_id));
diesel::joinable!(pupils -> schools (school_id));
diesel::joinable!(memberships -> pupils (pupil_id));
diesel::joinable!(pupil_eckids -> pupils (pupil_id));
diesel::joinable!(memberships -> groups (group_id));
diesel::joinable!(roles -> accounts (account_id));
diesel::joinable!(roles -> schools (school_id));
diesel::joinable!(relations -> accounts (account_id));
diesel::joinable!(relations -> groups (group_id));
diesel::joinable!(relations -> pupils (pupil_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(drafts -> accounts (account_id));
diesel::joinable!(imports -> schools (school_id));
diesel::joinable!(imports -> accounts (account_id));
diesel::joinable!(import_rows -> imports (import_id));
diesel::joinable!(import_scores -> imports (import_id));
diesel::joinable!(profiles -> accounts (account_id));
diesel::joinable!(import_changes -> imports (import_id));
diesel::joinable!(origins -> groups (group_id));
diesel::joinable!(scores -> origins (origin_key));
diesel::joinable!(objections -> pupils (pupil_id));
diesel::joinable!(objections -> accounts (account_id));
diesel::joinable!(ratings -> groups (group_id));
diesel::joinable!(list_consents -> pupils (pupil_id));
diesel::joinable!(critical_agreements -> schools (school_id));
diesel::joinable!(conversations -> schools (school_id));
diesel::joinable!(conversations -> pupils (pupil_id));
diesel::joinable!(conversations -> groups (group_id));
diesel::joinable!(conversations -> accounts (account_id));
diesel::joinable!(observations -> schools (school_id));
diesel::joinable!(observations -> pupils (pupil_id));
diesel::joinable!(observations -> groups (group_id));
diesel::joinable!(observations -> accounts (account_id));
diesel::joinable!(signals -> schools (school_id));
diesel::joinable!(signals -> groups (group_id));
diesel::joinable!(signals -> pupils (pupil_id));
diesel::joinable!(signal_evidence -> signals (signal_id));
diesel::joinable!(signal_evidence -> observations (observation_id));
diesel::joinable!(decisions -> signals (signal_id));
diesel::joinable!(decisions -> accounts (account_id));
diesel::joinable!(ruleset_choices -> schools (school_id));
diesel::joinable!(ruleset_choices -> accounts (account_id));
diesel::joinable!(referrals -> schools (school_id));
diesel::joinable!(referrals -> pupils (pupil_id));
diesel::joinable!(referrals -> partners (partner_id));
diesel::joinable!(referrals -> accounts (account_id));
diesel::joinable!(referral_signals -> referrals (referral_id));
diesel::joinable!(referral_signals -> signals (signal_id));
diesel::joinable!(consents -> referrals (referral_id));
diesel::joinable!(consents -> accounts (account_id));
diesel::joinable!(referral_steps -> referrals (referral_id));
diesel::joinable!(referral_steps -> accounts (account_id));
diesel::joinable!(partner_visits -> referrals (referral_id));
diesel::joinable!(openings -> pupils (pupil_id));
diesel::joinable!(openings -> accounts (account_id));
diesel::joinable!(log_release_lines -> log_releases (release_id));
diesel::joinable!(plans -> schools (school_id));
diesel::joinable!(plans -> pupils (pupil_id));
diesel::joinable!(plans -> groups (group_id));
diesel::joinable!(plan_domains -> plans (plan_id));
diesel::joinable!(plan_signals -> plans (plan_id));
diesel::joinable!(plan_signals -> signals (signal_id));
diesel::joinable!(plan_steps -> plans (plan_id));
diesel::joinable!(plan_steps -> accounts (account_id));
diesel::joinable!(offers -> partners (partner_id));
diesel::joinable!(adults -> pupils (pupil_id));
diesel::joinable!(pupil_wishes -> pupils (pupil_id));
diesel::joinable!(overrides -> referrals (referral_id));
diesel::joinable!(letters -> pupils (pupil_id));
diesel::joinable!(letters -> partners (partner_id));
diesel::joinable!(consultations -> schools (school_id));
diesel::joinable!(meldcode_people -> meldcode_files (file_id));
diesel::joinable!(meldcode_papers -> meldcode_files (file_id));

diesel::allow_tables_to_appear_in_same_query!(
    silences,
    round_days,
    withdrawn_scores,
    counters,
    schools,
    groups,
    pupils,
    aliases,
    pupil_eckids,
    memberships,
    accounts,
    roles,
    relations,
    sessions,
    login_failures,
    drafts,
    imports,
    objections,
    list_consents,
    critical_agreements,
    critical_answers,
    attendance,
    totals,
    import_rows,
    import_scores,
    import_waiting,
    import_asked,
    profiles,
    import_changes,
    series,
    rounds,
    origins,
    scores,
    ratings,
    conversations,
    observations,
    signals,
    signal_evidence,
    decisions,
    ruleset_choices,
    partners,
    offers,
    referrals,
    referral_signals,
    adults,
    pupil_wishes,
    consents,
    overrides,
    referral_steps,
    partner_visits,
    assignments,
    stand_ins,
    closed_weeks,
    reminders,
    plans,
    plan_domains,
    plan_signals,
    plan_steps,
    handover_misses,
    letters,
    consultations,
    meldcode_files,
    meldcode_steps,
    meldcode_people,
    meldcode_papers,
    meldcode_merges,
    preparations,
    meetings,
    meeting_guests,
    meeting_subjects,
    forgetting_accepts,
    forgetting_reports,
    special_schooling,
    forgotten_files,
    known_findings,
    kept_counts,
    forgotten_rounds,
    forgotten_imports,
    observation_keeps,
    openings,
    log_releases,
    log_release_lines,
    outbox,
    audit,
    seals,
    meldcode_reads,
);
