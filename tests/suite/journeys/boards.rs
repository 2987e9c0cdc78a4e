//! A board of several schools: what one school does or stops doing never silences another.

use baken::ground::db::schema::series;
use diesel::prelude::*;

use super::Town;
use crate::support::both_databases;

both_databases! {
    async fn an_instrument_that_is_gone_keeps_no_other_from_raising(database: Database) {
        let town = Town::new(database);
        for (key, instrument, scale) in [(901, "vervallen", "welbevinden"), (902, "eigen", "vervallen")] {
            let of = (series::key.eq(key), series::instrument.eq(instrument), series::scale.eq(scale));
            let form = (series::version.eq("1"), series::informant.eq("leerkracht"), series::score_type.eq("ruw"));
            town.write(|conn| Ok(diesel::insert_into(series::table).values((of, form)).execute(conn)?));
        }
        town.noor_has_fallen().await;
    }
}
