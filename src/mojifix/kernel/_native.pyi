from mojifix.kernel.grams import Grams as Grams
from mojifix.kernel.scanner import Scanner as Scanner
