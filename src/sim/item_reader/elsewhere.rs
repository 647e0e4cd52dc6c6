//! Formats that the page does not read, which stays small (feature `data-files`): it says where they are read.

pub(super) mod parquet {
    use crate::sim::token::Item;

    pub(in super::super) fn read(_: &[u8], _: usize) -> Result<Vec<Item>, String> {
        Err("Pasos does not read Parquet in the page. Attach the data as CSV or JSON, or use the terminal program."
            .to_owned())
    }
}

pub(super) mod zstd {
    pub(in super::super) fn inflate(_: &[u8], _: u64) -> Result<Vec<u8>, String> {
        Err("Pasos does not read ZSTD in the page. Attach the file without compression, or use the terminal program."
            .to_owned())
    }
}
