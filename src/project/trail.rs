//! Which machines were open in this tab one after the other: undo leads back to the one that was open before another was
//! opened, and redo forward again.

use super::MachineId;
use serde::{Deserialize, Serialize};

/// A place on the way: a machine, and how many of its steps were done when it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Stop {
    machine: MachineId,
    position: usize,
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
        self.back.push(Stop { machine, position });
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
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
        let Stop { machine, position } = self.back.pop()?;
        self.forward.push(Stop { machine: from, position });
        Some(machine)
    }

    /// Goes forward again from a machine at this step; gives the machine that it leads to.
    pub fn go_forward(&mut self, from: MachineId, position: usize) -> Option<MachineId> {
        let Stop { machine, .. } = self.forward.pop()?;
        self.back.push(Stop { machine: from, position });
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
