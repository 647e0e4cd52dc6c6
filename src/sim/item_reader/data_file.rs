//! Files that are read ahead. The page and its worker stay small: they know neither Parquet nor ZSTD. Another program does
//! (`bin/reader`), which the page loads when such a file is attached; a run gets what it read. In the terminal the same
//! functions read at the moment.

use super::super::token::Item;
use super::{PARQUET, ZSTD, json};
use crate::mock::Bytes;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How large may be what a file of the page comes to, in bytes: its rows as JSON, or its content without compression. It
/// travels to the worker with each run.
pub const MAX_READ_AHEAD: usize = 32 * 1024 * 1024;

/// What was read ahead, by bucket and key.
pub type DataFiles = BTreeMap<String, BTreeMap<String, DataFile>>;

/// What a file holds that only the reader can read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataFile {
    /// What is inside, where the file is compressed with ZSTD; or why that cannot be read.
    pub(super) content: Option<Result<Bytes, String>>,
    /// The rows, where it is a Parquet file.
    pub(super) rows: Option<Rows>,
    /// Whether it comes to more than the page holds.
    pub is_too_large: bool,
}

/// The rows of a Parquet file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Rows {
    /// Each as JSON on a line of its own.
    lines: String,
    /// Why the row behind the last line cannot be read; none at the end of the file.
    end: Option<String>,
}

impl DataFile {
    /// A file over which the reader failed.
    pub fn broken(content: &[u8]) -> Self {
        let why = |why: &str| Some(why.to_owned());
        if content.starts_with(&ZSTD) {
            Self { content: why("The ZSTD data cannot be read: it is broken").map(Err), ..Self::default() }
        } else {
            let rows = Rows { lines: String::new(), end: why(super::BROKEN_PARQUET) };
            Self { rows: Some(rows), ..Self::default() }
        }
    }
}

impl Rows {
    /// The first rows, at most so many.
    pub(super) fn items(&self, most: usize) -> Result<Vec<Item>, String> {
        let items = self.lines.lines().take(most).map(|line| {
            // The reader has written them.
            json::parse(line).map(Item::of).ok_or_else(|| super::BROKEN_PARQUET.to_owned())
        });
        let items = items.collect::<Result<Vec<_>, _>>()?;
        match &self.end {
            Some(why) if items.len() < most => Err(why.clone()),
            _ => Ok(items),
        }
    }
}

/// Whether only the reader can read a file. Whether a GZIP file has a Parquet file in it shows only when it is inflated;
/// `may_be_parquet` says whether one is expected there.
pub fn needs_reader(content: &[u8], may_be_parquet: bool) -> bool {
    content.starts_with(PARQUET) || content.starts_with(&ZSTD) || (may_be_parquet && content.starts_with(&super::GZIP))
}

/// Reads a file ahead.
#[cfg(feature = "data-files")]
pub fn read_ahead(content: &[u8], most: usize) -> DataFile {
    let inflated = super::inflate(content, most as u64);
    let mut file = DataFile::default();
    let inside = match &inflated {
        Ok(inside) => &**inside,
        Err(why) => {
            file.is_too_large = *why == super::too_large(most as u64);
            &[]
        }
    };
    if inside.starts_with(PARQUET) {
        let mut rows = Rows::default();
        let end = super::parquet::read(inside, |row| {
            let line = row.to_string();
            file.is_too_large = rows.lines.len() + line.len() >= most;
            if !file.is_too_large {
                rows.lines.push_str(&line);
                rows.lines.push('\n');
            }
            !file.is_too_large
        });
        rows.end = end.err().or_else(|| file.is_too_large.then(|| super::too_large(most as u64)));
        file.rows = Some(rows);
    }
    if content.starts_with(&ZSTD) {
        file.content = Some(inflated.map(Bytes));
    }
    file
}

#[cfg(all(test, feature = "data-files"))]
mod tests {
    use super::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    fn zstd(content: &[u8]) -> Vec<u8> {
        compress_to_vec(content, CompressionLevel::Fastest)
    }

    #[test]
    fn a_compressed_file_is_told_with_its_content_or_the_reason() {
        let file = read_ahead(&zstd(b"a,b\n1,2\n"), 100);
        assert_eq!(file.content, Some(Ok(Bytes(b"a,b\n1,2\n".as_slice().into()))));
        assert!(file.rows.is_none() && !file.is_too_large);
        let broken = read_ahead(&zstd(b"a,b")[..8], 100);
        assert!(broken.content.unwrap().unwrap_err().starts_with("The ZSTD data"));
        let large = read_ahead(&zstd(&[b'x'; 200]), 100);
        assert!(large.is_too_large && large.content.unwrap().is_err());
    }

    #[test]
    fn what_needs_the_reader_shows_in_the_first_bytes() {
        assert!(needs_reader(b"PAR1...", false) && needs_reader(&zstd(b"x"), false));
        assert!(!needs_reader(b"a,b", true) && !needs_reader(&[0x1f, 0x8b, 8], false));
        assert!(needs_reader(&[0x1f, 0x8b, 8], true));
    }

    #[test]
    fn the_rows_before_one_that_cannot_be_read_are_there() {
        let rows = Rows { lines: "{\"a\":1}\n{\"a\":2}\n".to_owned(), end: Some("why".to_owned()) };
        assert_eq!(rows.items(2).unwrap().len(), 2);
        assert_eq!(rows.items(3).unwrap_err(), "why");
    }
}
