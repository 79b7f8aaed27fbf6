"""Every room's tables, gathered in one place for migrations."""

from herning_pwa.activity import models as activity
from herning_pwa.circles import models as circles
from herning_pwa.commitments import models as commitments
from herning_pwa.db import Base
from herning_pwa.followup import models as followup
from herning_pwa.goals import models as goals
from herning_pwa.ladder import models as ladder
from herning_pwa.meetings import models as meetings
from herning_pwa.notifications import models as notifications
from herning_pwa.offline import models as offline
from herning_pwa.people import models as people
from herning_pwa.progress import models as progress

ROOMS = (
    people,
    circles,
    goals,
    progress,
    ladder,
    meetings,
    followup,
    commitments,
    notifications,
    offline,
    activity,
)

metadata = Base.metadata
