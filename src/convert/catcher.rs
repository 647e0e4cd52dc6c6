//! `Catch` and `Retry`.

use super::code::{Code, Kind};
use super::data::Data;
use super::fields::{Fields, Part};
use super::template::Reading;

/// What `$states.errorOutput` is.
const ERROR_OUTPUT: &str = "$states.errorOutput";

impl<'d> Fields<'d> {
    /// Each catcher's `ResultPath` becomes `Output`.
    pub(super) fn handlers(&mut self, state: &Part<'d>) {
        let tree = self.document.tree();
        let items = |list| tree.items(list).iter().copied().enumerate();
        for (index, retrier) in self.get(state, "Retry").into_iter().flat_map(items) {
            let part = self.part(retrier, format!("Retry[{index}]."));
            self.error_names(&part);
        }
        let error_output = Data::Code(Code::new(ERROR_OUTPUT, Kind::Object));
        for (index, catcher) in self.get(state, "Catch").into_iter().flat_map(items) {
            let mut part = self.part(catcher, format!("Catch[{index}]."));
            self.error_names(&part);
            self.put_template(&mut part, "Assign", "Assign", Reading::Template, &error_output);
            match self.result_path(&part, error_output.clone()) {
                Some(output) if output.is(ERROR_OUTPUT) => self.drop_fields(&mut part, &["ResultPath"]),
                Some(output) => self.put(&mut part, &["ResultPath"], "Output", &output),
                None => {}
            }
            self.close(part);
        }
    }
}
