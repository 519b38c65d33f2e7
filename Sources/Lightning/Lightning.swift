// Lightning
