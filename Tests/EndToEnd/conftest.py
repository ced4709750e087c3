import pytest

from house import House


@pytest.fixture
def house(tmp_path):
    """An organisation of its own for one test, its gateway running."""
    made = House(tmp_path).start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def shared_house(tmp_path_factory):
    """One organisation for the tests of a file that don't disturb each other, its gateway running."""
    made = House(tmp_path_factory.mktemp("house")).start()
    yield made
    made.stop()
