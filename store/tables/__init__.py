"""The tables. A row holds only what is searched or sorted on; the facts themselves are JSON.

Each row carries its municipality from the first day.
"""

from store.tables.base import (
    Table as Table,
)
from store.tables.cases import (
    BSN as BSN,
    CHANGES as CHANGES,
    SEARCHED as SEARCHED,
    ActRow as ActRow,
    CaseRow as CaseRow,
    RefusalRow as RefusalRow,
    TaskRow as TaskRow,
)
from store.tables.outgoing import (
    DocumentRow as DocumentRow,
    LetterRow as LetterRow,
    NoticeRow as NoticeRow,
    SendingRow as SendingRow,
)
from store.tables.reference import (
    CooperativeRow as CooperativeRow,
    MandateRow as MandateRow,
    OfficeRow as OfficeRow,
    PolicyRow as PolicyRow,
)
