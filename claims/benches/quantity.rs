//! Bytes per second of the quantity stage alone, on an article that is segmented and tagged.

use claims::Document;
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// News of the usual mixture: a number in every second or third sentence.
const PARAGRAPHS: [&str; 5] = [
    "ALDER, Ohio (Harbor News) — Russia launched 108 drones at the port overnight, Ukraine's Air Force said on Tuesday, adding that \
     air defenses had destroyed 93 of them. Nobody was hurt, it said.",
    "“We heard the blasts from the kitchen,” said Maria Ito, 34, who lives near the harbor with her mother. “It didn’t stop until \
     the morning. The windows are gone, and nobody has told us when the school will open again.”",
    "Gov. T. J. Reyes put the damage at $3.5 million, or about 2 percent of the region's budget, and said that repairs would take at \
     least a year. The companies that run the docks did not answer questions about their insurance.",
    "The brigade, which lost hundreds of men in the war, is led by an engineer who spent nearly two hours on the phone with the \
     ministry before the decision was announced. Neither side has given details of what was agreed.",
    "Prices for grain rose 4.2 percent to $3.19 a bushel, between 10 and 15 cents more than traders had expected from the talks in \
     the capital, where delegations from several countries had gathered for the second round.",
];

#[divan::bench]
fn read(bencher: Bencher) {
    let document = Document::new(PARAGRAPHS.join("\n\n").repeat(20));
    let extraction = claims::extract(&document);
    bencher
        .counter(BytesCount::new(document.text.len()))
        .bench(|| {
            claims::quantity::read(&document.text, &extraction.analysis, &extraction.times).len()
        });
}
