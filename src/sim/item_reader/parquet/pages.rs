//! The pages of a file, decompressed. The crate `parquet` does so for Snappy, LZ4 and GZIP. For ZSTD it would need C, and for
//! Brotli a crate that compresses, too: such pages come from it as they are, and are decompressed here.

use crate::sim::item_reader::{MAX_INFLATED_BYTES, too_large, zstd};
use brotli_decompressor::Decompressor;
use bytes::Bytes;
use parquet::basic::Compression;
use parquet::bloom_filter::Sbbf;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};
use parquet::file::serialized_reader::SerializedPageReader;
use parquet::record::reader::RowIter;
use parquet::schema::types::Type;
use std::io::Read as _;
use std::sync::Arc;

/// A file whose pages can be read, whatever they are compressed with.
pub(super) struct AnyFile {
    content: Arc<Bytes>,
    file: SerializedFileReader<Bytes>,
}

impl AnyFile {
    /// Reads what the file says of itself.
    pub(super) fn new(content: Bytes) -> Result<Self> {
        Ok(Self { content: Arc::new(content.clone()), file: SerializedFileReader::new(content)? })
    }
}

impl FileReader for AnyFile {
    fn metadata(&self) -> &ParquetMetaData {
        self.file.metadata()
    }

    fn num_row_groups(&self) -> usize {
        self.file.num_row_groups()
    }

    fn get_row_group(&self, index: usize) -> Result<Box<dyn RowGroupReader + '_>> {
        let group = self.file.get_row_group(index)?;
        Ok(Box::new(AnyGroup { content: Arc::clone(&self.content), group }))
    }

    fn get_row_iter(&self, projection: Option<Type>) -> Result<RowIter<'_>> {
        RowIter::from_file(projection, self)
    }
}

struct AnyGroup<'a> {
    content: Arc<Bytes>,
    group: Box<dyn RowGroupReader + 'a>,
}

impl RowGroupReader for AnyGroup<'_> {
    fn metadata(&self) -> &RowGroupMetaData {
        self.group.metadata()
    }

    fn num_columns(&self) -> usize {
        self.group.num_columns()
    }

    fn get_column_page_reader(&self, index: usize) -> Result<Box<dyn PageReader>> {
        let column = self.metadata().column(index);
        let decompress: Decompress = match column.compression() {
            Compression::ZSTD(_) => from_zstd,
            Compression::BROTLI(_) => from_brotli,
            _ => return self.group.get_column_page_reader(index),
        };
        let packed = column.clone().into_builder().set_compression(Compression::UNCOMPRESSED).build()?;
        let n_rows = usize::try_from(self.metadata().num_rows())?;
        let pages = SerializedPageReader::new(Arc::clone(&self.content), &packed, n_rows, None)?;
        Ok(Box::new(Decompressed { pages, decompress }))
    }

    fn get_column_bloom_filter(&self, index: usize) -> Option<&Sbbf> {
        self.group.get_column_bloom_filter(index)
    }

    fn get_row_iter(&self, projection: Option<Type>) -> Result<RowIter<'_>> {
        RowIter::from_row_group(projection, self)
    }
}

/// What makes bytes of compressed ones; in the error is why not.
type Decompress = fn(&[u8]) -> std::result::Result<Vec<u8>, String>;

fn from_zstd(content: &[u8]) -> std::result::Result<Vec<u8>, String> {
    zstd::inflate(content, MAX_INFLATED_BYTES)
}

fn from_brotli(content: &[u8]) -> std::result::Result<Vec<u8>, String> {
    let mut inflated = Vec::new();
    Decompressor::new(content, 4096)
        .take(MAX_INFLATED_BYTES + 1)
        .read_to_end(&mut inflated)
        .map_err(|error| format!("The Brotli data cannot be read: {error}"))?;
    if inflated.len() as u64 > MAX_INFLATED_BYTES {
        return Err(too_large(MAX_INFLATED_BYTES));
    }
    Ok(inflated)
}

/// The pages of a column chunk that the crate leaves compressed.
struct Decompressed {
    pages: SerializedPageReader<Bytes>,
    decompress: Decompress,
}

impl Decompressed {
    /// The bytes of a page, of which the first ones are not compressed.
    fn inflate(&self, content: &Bytes, n_plain: usize) -> Result<Bytes> {
        let (plain, packed) = content.split_at_checked(n_plain).ok_or_else(|| ParquetError::EOF(String::new()))?;
        // A page without values has nothing behind its levels.
        if packed.is_empty() {
            return Ok(content.clone());
        }
        let values = (self.decompress)(packed).map_err(ParquetError::General)?;
        Ok(Bytes::from([plain, &values].concat()))
    }
}

impl PageReader for Decompressed {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let Some(mut page) = self.pages.get_next_page()? else { return Ok(None) };
        match &mut page {
            Page::DataPage { buf, .. } | Page::DictionaryPage { buf, .. } => *buf = self.inflate(buf, 0)?,
            // Its levels stand in front, as they are.
            Page::DataPageV2 { buf, is_compressed: true, def_levels_byte_len, rep_levels_byte_len, .. } => {
                *buf = self.inflate(buf, *def_levels_byte_len as usize + *rep_levels_byte_len as usize)?;
            }
            Page::DataPageV2 { .. } => {}
        }
        Ok(Some(page))
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.pages.at_record_boundary()
    }
}

impl Iterator for Decompressed {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}
