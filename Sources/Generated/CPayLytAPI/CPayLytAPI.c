#include "CPayLytAPI.h"
