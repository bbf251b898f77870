"""What a person has behind them before a training begins: the highest vocational qualification and the school certificate."""

from typing import Literal, get_args

Education = Literal["none", "apprenticeship", "master-craftsman", "bachelor", "master", "doctorate"]
"""The highest vocational qualification. `master-craftsman` stands for Meister, Techniker and Fachwirt; `master` also for
Diplom and Magister."""

EDUCATIONS: tuple[Education, ...] = get_args(Education)
"""From the lowest to the highest."""
DEGREES: tuple[Education, ...] = ("bachelor", "master", "doctorate")

School = Literal["no-certificate", "hauptschule", "mittlere-reife", "fachhochschulreife", "abitur"]
"""The school certificate, by the names that it has in Germany."""

SCHOOLS: tuple[School, ...] = get_args(School)
"""From the lowest to the highest."""
