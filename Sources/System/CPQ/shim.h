#pragma once
#include <libpq-fe.h>

// Fields of an error. libpq names them by character macros, which Swift does not import.
static const int paylyt_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int paylyt_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int paylyt_diag_message = PG_DIAG_MESSAGE_PRIMARY;
static const int paylyt_diag_constraint = PG_DIAG_CONSTRAINT_NAME;
static const int paylyt_diag_table = PG_DIAG_TABLE_NAME;
