#include "CStandardAPI.h"
