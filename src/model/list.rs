//! Pages, leaflets and files in the order in which readers meet them, each with an id that it keeps when others come and go.

use std::marker::PhantomData;
use std::sync::Arc;

/// An id: the number of the source file among the names of a site.
pub trait Id: Copy {
    /// Returns the id that has a number.
    fn of(number: u32) -> Self;

    /// Returns the number.
    fn number(self) -> u32;
}

/// Things of one sort in an order, found by place and by id.
#[derive(Clone, Debug)]
pub struct Listed<I, T> {
    items: Vec<Arc<T>>,
    numbers: Vec<u32>,
    /// The place of each number, from 1; nothing has the place 0.
    places: Vec<u32>,
    ids: PhantomData<I>,
}

impl<I, T> Default for Listed<I, T> {
    fn default() -> Listed<I, T> {
        Listed { items: Vec::new(), numbers: Vec::new(), places: Vec::new(), ids: PhantomData }
    }
}

impl<I: Id, T> Listed<I, T> {
    /// Adds one at the end.
    pub fn push(&mut self, id: I, item: Arc<T>) {
        let at = id.number() as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, 0);
        }
        self.items.push(item);
        self.numbers.push(id.number());
        self.places[at] = u32::try_from(self.items.len()).unwrap_or(0);
    }

    /// Returns the one that has an id; nothing where none has.
    pub fn find(&self, id: I) -> Option<&T> {
        let place = self.places.get(id.number() as usize).copied().filter(|place| *place > 0)?;
        self.items.get(place as usize - 1).map(Arc::as_ref)
    }

    /// Returns the one that has an id, to be kept.
    pub fn share(&self, id: I) -> Option<Arc<T>> {
        let place = self.places.get(id.number() as usize).copied().filter(|place| *place > 0)?;
        self.items.get(place as usize - 1).cloned()
    }

    /// Returns all with their ids.
    pub fn with_ids(&self) -> impl Iterator<Item = (I, &T)> {
        self.numbers.iter().map(|number| I::of(*number)).zip(self.items.iter().map(Arc::as_ref))
    }
}

/// All of a list, in its order.
pub type Iter<'a, T> = std::iter::Map<std::slice::Iter<'a, Arc<T>>, fn(&Arc<T>) -> &T>;

impl<I, T> Listed<I, T> {
    /// Returns all in their order.
    pub fn iter(&self) -> Iter<'_, T> {
        self.items.iter().map(Arc::as_ref)
    }

    /// Returns all in their order, to be kept or looked at side by side.
    pub fn shared(&self) -> &[Arc<T>] {
        &self.items
    }

    /// Returns the first.
    pub fn first(&self) -> Option<&T> {
        self.items.first().map(Arc::as_ref)
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<'a, I, T> IntoIterator for &'a Listed<I, T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<I: Id, T> FromIterator<(I, Arc<T>)> for Listed<I, T> {
    fn from_iter<A: IntoIterator<Item = (I, Arc<T>)>>(all: A) -> Listed<I, T> {
        let mut listed = Listed::default();
        all.into_iter().for_each(|(id, item)| listed.push(id, item));
        listed
    }
}

/// Gives each the number of its place.
impl<I: Id, T> From<Vec<T>> for Listed<I, T> {
    fn from(items: Vec<T>) -> Listed<I, T> {
        (0..).map(I::of).zip(items.into_iter().map(Arc::new)).collect()
    }
}
