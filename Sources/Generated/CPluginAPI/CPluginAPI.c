#include "CPluginAPI.h"
