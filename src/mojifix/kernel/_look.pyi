from mojifix.kernel.look import Look as Look
from mojifix.kernel.look import kinds as kinds
from mojifix.kernel.look import plain as plain
