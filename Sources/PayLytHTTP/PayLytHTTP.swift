// PayLytHTTP
