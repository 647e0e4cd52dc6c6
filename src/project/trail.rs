//! Which machines were open in this tab one after the other: undo leads back to the one that was open before another was
//! opened, and redo forward again.

use super::MachineId;
use serde::{Deserialize, Serialize};

/// A place on the way: a machine, and how many of its steps were done when it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Stop {
    machine: MachineId,
    position: usize,
    /// Whether the machine that was opened from here is one that it starts.
    #[serde(default)]
    is_caller: bool,
}

/// The way through the machines. The present one is not on it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Trail {
    back: Vec<Stop>,
    forward: Vec<Stop>,
}

/// How many machines back the way leads.
const LONGEST: usize = 50;

impl Trail {
    /// Another machine is opened, while this one is at this step.
    pub fn leave(&mut self, machine: MachineId, position: usize) {
        self.forward.clear();
        self.back.push(Stop { machine, position, is_caller: false });
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
    }

    /// The present machine was opened as one that the machine before starts.
    pub fn mark_caller(&mut self) {
        if let Some(stop) = self.back.last_mut() {
            stop.is_caller = true;
        }
    }

    /// The machine that was open before, if this one was opened as one that it starts.
    pub fn caller(&self) -> Option<&MachineId> {
        self.back.last().filter(|stop| stop.is_caller).map(|stop| &stop.machine)
    }

    /// The machine that was open before.
    pub fn before(&self) -> Option<&MachineId> {
        self.back.last().map(|stop| &stop.machine)
    }

    /// The machine that redo leads to from this step of the present one.
    pub fn after(&self, position: usize) -> Option<&MachineId> {
        let left_at = self.forward.last()?;
        (left_at.position == position).then_some(&left_at.machine)
    }

    /// Goes back from a machine to the one before, which was left at a step; gives that machine.
    pub fn go_back(&mut self, from: MachineId) -> Option<MachineId> {
        let Stop { machine, position, is_caller } = self.back.pop()?;
        self.forward.push(Stop { machine: from, position, is_caller });
        Some(machine)
    }

    /// Goes forward again from a machine at this step; gives the machine that it leads to.
    pub fn go_forward(&mut self, from: MachineId, position: usize) -> Option<MachineId> {
        let Stop { machine, is_caller, .. } = self.forward.pop()?;
        self.back.push(Stop { machine: from, position, is_caller });
        Some(machine)
    }

    /// Something new was done: nothing leads forward from here.
    pub fn cut(&mut self) {
        self.forward.clear();
    }

    /// Takes a machine off the way that is no more.
    pub fn forget(&mut self, machine: &MachineId) {
        self.back.retain(|stop| stop.machine != *machine);
        self.forward.retain(|stop| stop.machine != *machine);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_back_and_forward_again() {
        let [a, b] = [1, 2].map(MachineId::of);
        let mut trail = Trail::default();
        trail.leave(a.clone(), 3);
        assert_eq!(trail.caller(), None);
        trail.mark_caller();
        assert_eq!(trail.caller(), Some(&a));
        assert_eq!(trail.go_back(b.clone()), Some(a.clone()));
        assert_eq!(trail.after(2), None, "steps of its own come first");
        assert_eq!(trail.after(3), Some(&b));
        assert_eq!(trail.go_forward(a.clone(), 3), Some(b.clone()));
        assert_eq!(trail.before(), Some(&a));
        trail.go_back(b);
        trail.cut();
        assert_eq!(trail.after(3), None);
    }
}
