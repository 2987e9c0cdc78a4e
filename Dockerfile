# The service as an image. The steps are those of `make`: need, then build, here with optimisation.
FROM rust:1.95.0-bookworm AS build
WORKDIR /baken
COPY . .
# Cargo wants the test target of the manifest to exist; the tests themselves stay out of the image.
RUN mkdir -p tests/suite && touch tests/suite/main.rs && make build PROFILE=release

FROM debian:bookworm-slim
RUN apt-get update -qq \
 && apt-get install -y --no-install-recommends libssl3 ca-certificates tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /var/lib/baken baken
COPY --from=build /baken/target/release/baken /usr/local/bin/baken
USER baken
WORKDIR /var/lib/baken
EXPOSE 8080
ENTRYPOINT ["baken"]
CMD ["serve"]
