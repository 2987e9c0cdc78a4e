DROP TABLE round_days;
