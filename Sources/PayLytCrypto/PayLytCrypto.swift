// PayLytCrypto
