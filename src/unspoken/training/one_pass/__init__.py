"""The one encoder and its heads: data, network, losses, training, export. Torch lives here alone."""
