//! What the API promises beside its routes: lists without notes, moments with a zone, pages, scores.

use baken::evidence::instruments::Catalogue;
use baken::ground::Clock;
use baken::insight::series;
use baken::school::accounts::store as accounts;
use baken::school::store as people;

use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR};

both_databases! {
    fn a_scale_for_the_coordinator_stays_there(database: &Database) {
        let cast = crate::support::cast::gather(&database.db);
        let clock = Clock::fixed(crate::support::server::morning());
        crate::support::cast::bring_in(&database.db, &clock, "99ZZ", &super::noor_falls());
        let folder = tempfile::TempDir::new().unwrap();
        let own = include_str!("../../../config/instruments/eigen.toml")
            .replace("code = \"welbevinden\"", "code = \"welbevinden\"\naudience = \"coordinator\"");
        std::fs::write(folder.path().join("eigen.toml"), own).unwrap();
        let catalogue = Catalogue::shipped().unwrap().with_folder(folder.path()).unwrap();
        let scales = |email: &str| {
            database.db.read_blocking(|conn| {
                let account = accounts::by_email(conn, email)?.expect("an account").id;
                let scope = accounts::scope(conn, &account, clock.today())?;
                let (noor, _) = people::pupil(conn, &scope, &cast.noor)?;
                Ok(series::of_pupils(conn, &scope, &catalogue, &[noor])?.into_values().flatten().count())
            }).unwrap()
        };
        assert_eq!((scales(COORDINATOR), scales(MENTOR)), (1, 0));
    }
}
