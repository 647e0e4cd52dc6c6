//! All machines of a browser as one file, and back.

use super::format::{decode_value, patient_value};
use super::{MachineId, Project, VERSION};
use serde::Serialize;
use serde_json::Value;

/// What was read of a file with several machines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backup {
    /// The machines, each under the name it had where the file was made: links between them mean those.
    pub machines: Vec<(MachineId, Project)>,
    /// How many of them could not be read.
    pub n_unread: usize,
}

/// A text is no file with several machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotABackup;

#[derive(Serialize)]
struct Line<'a> {
    id: &'a MachineId,
    project: &'a Project,
}

/// Writes machines as one text.
pub fn write_backup(machines: &[(MachineId, Project)]) -> String {
    let lines: Vec<Line<'_>> = machines.iter().map(|(id, project)| Line { id, project }).collect();
    // Plain data with text keys always becomes JSON.
    serde_json::to_string_pretty(&serde_json::json!({ "pasos": "machines", "version": VERSION, "machines": lines }))
        .unwrap_or_default()
}

/// Reads machines that were written as one text. What cannot be read of one machine does not stop the others.
///
/// # Errors
/// When the text is no such file.
pub fn read_backup(text: &str) -> Result<Backup, NotABackup> {
    let (value, is_cut_off) = patient_value(text);
    let mut value = value.ok_or(NotABackup)?;
    if value["pasos"] != "machines" {
        return Err(NotABackup);
    }
    let Value::Array(lines) = value["machines"].take() else { return Err(NotABackup) };
    let mut backup = Backup::default();
    for mut line in lines {
        let mut take = |field: &str| line.get_mut(field).map(Value::take).unwrap_or_default();
        let (id, project) = (serde_json::from_value(take("id")), take("project"));
        match (id, decode_value(project)) {
            (Ok(id), Ok(decoded)) if decoded.unread.is_empty() => backup.machines.push((id, decoded.project)),
            (Ok(id), Ok(decoded)) => {
                backup.machines.push((id, decoded.project));
                backup.n_unread += 1;
            }
            _ => backup.n_unread += 1,
        }
    }
    if is_cut_off && backup.n_unread == 0 {
        // How much is missing behind the end is not known; the last one may not be whole.
        backup.n_unread = 1;
    }
    Ok(backup)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_come_back_and_one_that_cannot_be_read_does_not_stop_the_others() {
        let machines = vec![(MachineId::of(1), Project::new("a", "{}")), (MachineId::of(2), Project::new("b", "1"))];
        let text = write_backup(&machines);
        assert_eq!(read_backup(&text), Ok(Backup { machines: machines.clone(), n_unread: 0 }));
        let broken = text.replacen("\"text\": \"{}\"", "\"text\": 5", 1);
        assert_eq!(read_backup(&broken), Ok(Backup { machines: machines[1..].to_vec(), n_unread: 1 }));
        let strange = text.replacen("\"machines\": [", "\"machines\": [5, null, \"x\",", 1);
        assert_eq!(read_backup(&strange), Ok(Backup { machines: machines.clone(), n_unread: 3 }));
        let cut_off = &text[..text.len() - 120];
        let read = read_backup(cut_off).unwrap();
        assert_eq!((read.machines.first(), read.n_unread), (machines.first(), 1), "{cut_off}");
        assert_eq!(read_backup("{\"StartAt\": \"A\"}"), Err(NotABackup));
        assert_eq!(read_backup(""), Err(NotABackup));
    }
}
