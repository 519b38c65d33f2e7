// StandardAPI
