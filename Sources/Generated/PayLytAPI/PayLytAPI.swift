// PayLytAPI
