from mojifix.kernel.door import Door as Door
from mojifix.kernel.door import hurried as hurried
from mojifix.kernel.grams import Grams as Grams
from mojifix.kernel.look import Look as Look
from mojifix.kernel.look import kinds as kinds
from mojifix.kernel.look import plain as plain
from mojifix.kernel.scanner import Scanner as Scanner
