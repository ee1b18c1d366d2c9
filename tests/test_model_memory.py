"""A model keeps its fields and nothing else, and is copied, compared and pickled as any other."""

import copy
import pickle

from claimgraph.model import Claim, Dated


def test_all_that_is_made_of_a_model_shares_what_is_alike():
    one = Dated(date="2016", basis="dateline")
    other = Dated.model_validate_json('{"basis": "dateline"}')
    changed = one.model_copy(update={"date": None})
    assert one.model_fields_set is other.model_fields_set is changed.model_fields_set
    assert one.model_fields_set == set(Dated.model_fields)
    assert Claim.model_fields.keys() != Dated.model_fields.keys()


def test_what_is_copied_or_pickled_is_the_same():
    one = Dated(date="2016", basis="dateline")
    changed = one.model_copy(update={"basis": "masthead"})
    assert changed == Dated(date="2016", basis="masthead")
    assert hash(changed) == hash(Dated(date="2016", basis="masthead"))
    assert pickle.loads(pickle.dumps([one, changed])) == [one, changed] == copy.deepcopy([one, changed])
    assert changed.model_dump() == {"date": "2016", "basis": "masthead"}
