"""Does the work of `baken analyse` for the last round with pandas, Polars or DuckDB: scores.csv in, assessments out.

Beside OUT.csv comes OUT.csv.groups with the groups' figures. bench.toml is looked for beside the scores.
"""

import argparse


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peer", choices=["pandas", "polars", "duckdb"])
    parser.add_argument("scores")
    parser.add_argument("out")
    parser.add_argument("--no-write", action="store_true", help="leave the files out, for a look at the rest")
    parser.add_argument("--stability", choices=["given", "run"], default="given",
                        help="the list's figures, or those drawn towards the run's own pairs as baken does")
    parser.add_argument("--decimals", type=int, default=4, help="more of them show whether the peers truly agree")
    args = parser.parse_args()
    # Only the library asked for is loaded: its memory is what is measured.
    if args.peer == "pandas":
        from peer_pandas import run
    elif args.peer == "polars":
        from peer_polars import run
    else:
        from peer_duckdb import run
    run(args.scores, None if args.no_write else args.out, args.stability, args.decimals)


if __name__ == "__main__":
    main()
