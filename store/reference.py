"""Reference data: policies, each version fixed once it is stored, offices, cooperatives and mandates."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, String, bindparam, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.fact import Fact
from domain.mandates import Mandate
from domain.policy import Cooperative, Municipality, Office, Policy
from store.tables import CooperativeRow, MandateRow, OfficeRow, PolicyRow


class PolicyIsFixed(Exception):
    """A version of a policy was stored before with another content, and cases may rest on it."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        super().__init__(
            f"version {policy.version} of the policy of {policy.municipality} is in use and never changes:"
            f" give the new one version {policy.version + 1} and a date from which it counts"
        )


async def save_municipality(connection: AsyncConnection, municipality: Municipality) -> None:
    """Store the policy version, the office, the cooperatives and the mandates. Doing it again changes nothing.

    Raises:
        PolicyIsFixed: this version of the policy is there already, with another content.
    """
    policy = municipality.policy
    row = {
        "municipality": policy.municipality,
        "version": policy.version,
        "valid_from": policy.valid_from,
        "document": policy.model_dump(mode="json"),
    }
    await connection.execute(insert(PolicyRow).values(row).on_conflict_do_nothing())
    if await policy_version(connection, policy.municipality, policy.version) != policy:
        raise PolicyIsFixed(policy)
    if municipality.office is not None:
        office = {"document": municipality.office.model_dump(mode="json")}
        await connection.execute(
            insert(OfficeRow)
            .values(municipality=policy.municipality, **office)
            .on_conflict_do_update(index_elements=["municipality"], set_=office)
        )
    for cooperative in sorted(municipality.cooperatives, key=lambda each: each.code):
        await _keep(connection, CooperativeRow, policy.municipality, cooperative.code, cooperative)
    for mandate in sorted(municipality.mandates, key=lambda each: each.code):
        await _keep(connection, MandateRow, policy.municipality, mandate.code, mandate, holder=mandate.holder)


async def _keep(
    connection: AsyncConnection,
    table: type[CooperativeRow | MandateRow],
    municipality: str,
    code: str,
    fact: Fact,
    **sought_by: str,
) -> None:
    said = {"document": fact.model_dump(mode="json"), **sought_by}
    await connection.execute(
        insert(table)
        .values(municipality=municipality, code=code, **said)
        .on_conflict_do_update(index_elements=["municipality", "code"], set_=said)
    )


async def policy_in_force(connection: AsyncConnection, municipality: str, on: date) -> Policy | None:
    """The policy that counts on a day; none before the municipality's first."""
    document = await connection.scalar(IN_FORCE, {"municipality": municipality, "on": on})
    return None if document is None else Policy.model_validate(document)


IN_FORCE = (
    select(PolicyRow.document)
    .where(
        PolicyRow.municipality == bindparam("municipality", type_=String),
        PolicyRow.valid_from <= bindparam("on", type_=Date),
    )
    .order_by(PolicyRow.valid_from.desc(), PolicyRow.version.desc())
    .limit(1)
)


async def policy_version(connection: AsyncConnection, municipality: str, version: int) -> Policy | None:
    """One version of a municipality's policy."""
    query = select(PolicyRow.document).where(
        PolicyRow.municipality == municipality, PolicyRow.version == version
    )
    document = await connection.scalar(query)
    return None if document is None else Policy.model_validate(document)


async def policy_versions(connection: AsyncConnection, municipality: str) -> tuple[Policy, ...]:
    """Every version of a municipality's policy, past and coming ones included, in the order of their numbers."""
    query = select(PolicyRow.document).where(PolicyRow.municipality == municipality)
    found = await connection.scalars(query.order_by(PolicyRow.version))
    return tuple(Policy.model_validate(document) for document in found)


async def cooperative(connection: AsyncConnection, municipality: str, code: str) -> Cooperative | None:
    """A cooperative with an agreement with the municipality, past ones included."""
    document = await connection.scalar(
        select(CooperativeRow.document).where(
            CooperativeRow.municipality == municipality, CooperativeRow.code == code
        )
    )
    return None if document is None else Cooperative.model_validate(document)


async def office(connection: AsyncConnection, municipality: str) -> Office | None:
    """Where the municipality can be reached, as its letters say."""
    document = await connection.scalar(
        select(OfficeRow.document).where(OfficeRow.municipality == municipality)
    )
    return None if document is None else Office.model_validate(document)


async def cooperatives(connection: AsyncConnection, municipality: str) -> tuple[Cooperative, ...]:
    """All cooperatives with an agreement with the municipality, past ones included."""
    query = select(CooperativeRow.document).where(CooperativeRow.municipality == municipality)
    found = await connection.scalars(query.order_by(CooperativeRow.code))
    return tuple(Cooperative.model_validate(document) for document in found)


async def mandates(
    connection: AsyncConnection, municipality: str, holder: str | None = None
) -> tuple[Mandate, ...]:
    """The municipality's mandates, past and coming ones included; of one holder, when given."""
    query = select(MandateRow.document).where(MandateRow.municipality == municipality)
    if holder is not None:
        query = query.where(MandateRow.holder == holder)
    found = await connection.scalars(query.order_by(MandateRow.code))
    return tuple(Mandate.model_validate(document) for document in found)
