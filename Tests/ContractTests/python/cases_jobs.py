"""The contracts of jobs, applications and deliverables."""

from case import NO_ID, PAGES, Case, amounts, named, outer, with_bad_id
from fields import DELIVERABLES, JOBS, btc, file_fields, job_fields


def step(**changes):
    return {"title": "One more", "amount": btc(10)} | changes


def one_milestone(amount):
    return job_fields(milestones=[{"title": "All", "amount": amount}])


def terms(job):
    return {"name": job.name, "terms_sha256": job.terms_sha256}


CASES = {
    JOBS + "CreateJob": Case(
        "client", "freelancer", lambda people: job_fields(), None,
        [
            (job_fields(title=""), "title"),
            (job_fields(title="x" * 201), "title"),
            (job_fields(description=""), "description"),
            (job_fields(milestones=[]), "milestones"),
            (job_fields(amount=btc(1)), "amount"),
            *amounts("amount", lambda amount: job_fields(milestones=[], amount=amount)),
            (job_fields(milestones=[{"title": "", "amount": btc(1)}]), "milestones[0].title"),
            (job_fields(milestones=[{"title": "All"}]), "milestones[0].amount"),
            (job_fields(local_currency="BTC"), "local_currency"),
            (job_fields(deadline={"seconds": 1}), "deadline"),
            (job_fields(request_id="7"), "request_id"),
            *amounts("milestones[0].amount", one_milestone),
        ],
    ),
    # Open jobs are there for everybody; the foreign one is taken.
    JOBS + "GetJob": Case(
        "client", None, foreign=lambda people: {"name": people.accepted().name},
        **named(lambda people: people.posted().name, "jobs"),
    ),
    JOBS + "ListJobs": Case(
        "client", None,
        lambda people: {
            "filter": 'amount >= 1000 AND title:"LOGO" AND fee_payer != CLIENT AND state = OPEN'
        },
        lambda people: {"parent": "users/-"},
        [
            *PAGES, ({"parent": "users"}, "parent"), ({"parent": "users/1"}, "parent"),
            ({"parent": f"jobs/{NO_ID}"}, "parent"),
            ({"parent": f"users/{NO_ID}", "mine": True}, "parent"),
            ({"filter": "amount"}, "filter"), ({"filter": "amount = x"}, "filter"),
            ({"filter": "amount = 1 amount = 2"}, "filter"), ({"filter": "price = 1"}, "filter"),
            ({"filter": 'title:"open'}, "filter"), ({"filter": "title < x"}, "filter"),
            ({"filter": "deadline > tomorrow"}, "filter"),
            ({"filter": "state = IN_REVIEW"}, "filter"), ({"filter": "client = me"}, "filter"),
            ({"filter": " AND ".join(["amount = 1"] * 11)}, "filter"),
            ({"filter": "x" * 1_001}, "filter"),
            ({"order_by": "title"}, "order_by"), ({"order_by": "deadline asc"}, "order_by"),
            ({"order_by": "amount", "mine": True}, "order_by"),
        ],
    ),
    JOBS + "AcceptTerms": Case(
        "freelancer", "client", lambda people: terms(people.posted()),
        lambda people: terms(people.accepted()),
        [
            ({"name": "jobs/1", "terms_sha256": bytes(32)}, "name"),
            ({"name": f"jobs/{NO_ID}", "terms_sha256": b"short"}, "terms_sha256"),
            ({"request_id": "", "name": f"jobs/{NO_ID}", "terms_sha256": bytes(32)}, "request_id"),
        ],
    ),
    JOBS + "DeclineJob": Case(
        "freelancer", "admin",
        lambda people: {"name": people.accepted().name, "reason": "No time."},
        lambda people: {"name": people.accepted().name, "reason": "No time."},
        [
            ({"name": "jobs/1", "reason": "x"}, "name"),
            ({"name": f"jobs/{NO_ID}"}, "reason"),
            ({"name": f"jobs/{NO_ID}", "reason": "x" * 1_001}, "reason"),
        ],
    ),
    JOBS + "CancelJob": Case(
        "client", "freelancer", foreign=lambda people: {"name": people.accepted().name},
        **with_bad_id(named(lambda people: people.posted().name, "jobs"), "jobs"),
    ),
    JOBS + "PublishJob": Case(
        "client", "freelancer", foreign=lambda people: {"name": people.drafted().name},
        **with_bad_id(named(lambda people: people.drafted().name, "jobs"), "jobs"),
    ),
    JOBS + "UpdateJob": Case(
        "client", "freelancer",
        lambda people: {
            "name": people.posted().name, "title": "Another logo",
            "update_mask": {"paths": ["title"]},
        },
        lambda people: {
            "name": people.accepted().name, "title": "x", "update_mask": {"paths": ["title"]},
        },
        [
            ({"name": "jobs/1", "title": "x", "update_mask": {"paths": ["title"]}}, "name"),
            ({"name": f"jobs/{NO_ID}"}, "update_mask"),
            ({"name": f"jobs/{NO_ID}", "update_mask": {"paths": ["amount"]}}, "update_mask"),
            ({"name": f"jobs/{NO_ID}", "update_mask": {"paths": ["*", "title"]}}, "update_mask"),
            ({"name": f"jobs/{NO_ID}", "update_mask": {"paths": ["title"]}}, "title"),
            ({"name": f"jobs/{NO_ID}", "update_mask": {"paths": ["deadline"]}}, "deadline"),
            (
                {
                    "name": f"jobs/{NO_ID}", "conditions": {"revisions_max": 21},
                    "update_mask": {"paths": ["conditions"]},
                },
                "conditions.revisions_max",
            ),
        ],
    ),
    JOBS + "AddMilestone": Case(
        "client", "freelancer",
        lambda people: {"parent": people.posted().name, "milestone": step()},
        lambda people: {"parent": people.accepted().name, "milestone": step()},
        [
            ({"parent": "jobs/1", "milestone": step()}, "parent"),
            ({"parent": f"jobs/{NO_ID}"}, "milestone"),
            ({"parent": f"jobs/{NO_ID}", "milestone": {"title": "x"}}, "milestone.amount"),
            ({"parent": f"jobs/{NO_ID}", "milestone": step(title="a\nb")}, "milestone.title"),
        ],
    ),
    JOBS + "UpdateMilestone": Case(
        "client", "freelancer",
        lambda people: {"name": people.posted().milestones[0].name, "milestone": step()},
        lambda people: {"name": people.accepted().milestones[0].name, "milestone": step()},
        [
            ({"name": f"jobs/{NO_ID}", "milestone": step()}, "name"),
            ({"name": f"jobs/{NO_ID}/milestones/0", "milestone": step()}, "name"),
            ({"name": f"jobs/{NO_ID}/milestones/1"}, "milestone"),
        ],
    ),
    JOBS + "RemoveMilestone": Case(
        "client", "freelancer",
        lambda people: {"name": people.posted().milestones[0].name},
        lambda people: {"name": people.accepted().milestones[0].name},
        [({"name": f"jobs/{NO_ID}"}, "name"), ({"name": f"jobs/{NO_ID}/milestones/x"}, "name")],
    ),
    JOBS + "ApplyToJob": Case(
        "freelancer", "client",
        lambda people: terms(people.posted()) | {"proposal": "I can do that."},
        lambda people: terms(people.accepted()) | {"proposal": "x"},
        [
            ({"name": "jobs/1", "proposal": "x", "terms_sha256": bytes(32)}, "name"),
            ({"name": f"jobs/{NO_ID}", "terms_sha256": bytes(32)}, "proposal"),
            ({"name": f"jobs/{NO_ID}", "proposal": "x"}, "terms_sha256"),
            (
                {
                    "name": f"jobs/{NO_ID}", "proposal": "x", "terms_sha256": bytes(32),
                    "terms_version": -1,
                },
                "terms_version",
            ),
        ],
    ),
    JOBS + "GetApplication": Case(
        "client", None, lambda people: {"name": people.applied().name},
        lambda people: {"name": people.applied().name},
        [
            ({"name": f"jobs/{NO_ID}"}, "name"),
            ({"name": f"jobs/{NO_ID}/applications/1"}, "name"),
        ],
    ),
    JOBS + "ListApplications": Case(
        "client", None, lambda people: {"parent": outer(people.applied().name)},
        lambda people: {"parent": people.accepted().name},
        [
            ({"parent": ""}, "parent"), ({"parent": "jobs/-", "page_size": -1}, "page_size"),
            ({"parent": "jobs/-", "page_token": "nonsense"}, "page_token"),
        ],
    ),
    **{
        JOBS + method: Case(
            by, denied, lambda people: {"name": people.applied().name},
            lambda people: {"name": people.applied().name},
            [
                ({"name": f"jobs/{NO_ID}"}, "name"),
                ({"name": f"jobs/{NO_ID}/applications/1"}, "name"),
            ],
        )
        for method, by, denied in (
            ("AcceptApplication", "client", "freelancer"),
            ("RejectApplication", "client", "freelancer"),
            ("WithdrawApplication", "freelancer", "client"),
        )
    },
    JOBS + "WatchJob": Case(
        "client", None, foreign=lambda people: {"name": people.accepted().name},
        **named(lambda people: people.posted().name, "jobs"),
    ),
    DELIVERABLES + "UploadDeliverable": Case(
        "freelancer", "client",
        lambda people: file_fields(people.funded() + "/milestones/1"),
        lambda people: file_fields(people.funded() + "/milestones/1"),
        [
            (file_fields(f"escrows/{NO_ID}"), "parent"),
            (file_fields(f"escrows/{NO_ID}/milestones/1", file_name=""), "file_name"),
            (file_fields(f"escrows/{NO_ID}/milestones/1", size_bytes=-1), "size_bytes"),
            (file_fields(f"escrows/{NO_ID}/milestones/1", sha256=b""), "sha256"),
        ],
    ),
    DELIVERABLES + "ListDeliverables": Case(
        "client", None, lambda people: {"parent": outer(people.delivered())},
        lambda people: {"parent": people.accepted().escrow},
        [({"parent": ""}, "parent"), ({"parent": "jobs/1"}, "parent")],
    ),
    **{
        DELIVERABLES + method: Case(
            "client", None, lambda people: {"name": people.delivered()},
            lambda people: {"name": people.delivered()},
            [({"name": f"escrows/{NO_ID}"}, "name"), ({"name": "x"}, "name")],
        )
        for method in ("GetDeliverable", "DownloadDeliverable")
    },
}
