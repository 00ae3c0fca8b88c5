from mojifix.kernel.weights import sums as sums
from mojifix.kernel.weights import weigh as weigh
