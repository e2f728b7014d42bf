//! For scale: the question as a photo server without moments asks PostgreSQL, a date at a time over all years, with the JIT
//! as shipped and off. Only the query; none of what surrounds it.

use std::time::Instant;

use postgres::{Client, NoTls};

use crate::percentile;

const QUESTION: &str = "
    SELECT years.day, found.id FROM
        (SELECT make_date(y, 11, 23) AS day FROM generate_series(1970, 2025) AS y) AS years
    CROSS JOIN LATERAL (
        SELECT p.id FROM photos p
        WHERE p.library = 1 AND p.removed_ms IS NULL AND p.hidden = 0
          AND ((to_timestamp(p.taken_ms / 1000.0) AT TIME ZONE 'UTC')::date) = years.day
        ORDER BY p.taken_ms DESC LIMIT 20
    ) AS found";

pub(crate) fn measure(url: &str, size: u64) {
    let mut client = Client::connect(url, NoTls).unwrap();
    client
        .batch_execute(
            "CREATE INDEX IF NOT EXISTS peer_day ON photos (((to_timestamp(taken_ms / 1000.0) AT TIME ZONE 'UTC')::date));
             ANALYZE photos",
        )
        .unwrap();
    for jit in ["on", "off"] {
        client.batch_execute(&format!("SET jit = {jit}")).unwrap();
        let mut times: Vec<f64> = (0..30)
            .map(|_| {
                let began = Instant::now();
                client.query(QUESTION, &[]).unwrap();
                began.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!(
            "for scale, a date-by-date query on PostgreSQL, {size} photos, jit {jit}: median {:.1} ms",
            percentile(&times, 0.5)
        );
    }
    client.batch_execute("DROP INDEX peer_day").unwrap();
}
