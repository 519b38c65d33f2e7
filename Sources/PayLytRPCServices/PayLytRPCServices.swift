// PayLytRPCServices
