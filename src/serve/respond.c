#include "serve/respond.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "serve/encode.h"
#include "serve/encoder.h"

enum { LONGEST_KEY = 4096, PART = 256 * 1024 };

/* Nothing is loaded from elsewhere, nothing runs, forms go nowhere else. */
static const struct {
	const char *name, *value;
} headers[] = {
	{ "Content-Security-Policy",
	    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src "
	    "'self'; "
	    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "same-origin" },
	{ "Access-Control-Allow-Origin", "*" },
	{ "Vary", "Accept-Encoding" },
};

/* "http://host/path" and "/path" mean the same here. */
static struct str
origin_form(struct str target)
{
	size_t from = 0;

	if (str_starts(target, STR("http://")))
		from = 7;
	else if (str_starts(target, STR("https://")))
		from = 8;
	else
		return target;
	while (from < target.len && target.at[from] != '/' && target.at[from] != '?')
		from++;
	if (from == target.len || target.at[from] == '?')
		return STR("/");
	return str_slice(target, from, target.len);
}

static void
add_headers(struct MHD_Response *response, const struct reply *reply)
{
	char disposition[200];

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		MHD_add_response_header(response, headers[i].name, headers[i].value);
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, reply->type);
	MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL,
	    reply->forever         ? "public, max-age=31536000, immutable"
	    : reply->status >= 400 ? "no-cache"
				   : "public, max-age=60, stale-while-revalidate=600");
	if (reply->location[0])
		MHD_add_response_header(
		    response, MHD_HTTP_HEADER_LOCATION, reply->location);
	if (reply->file_name[0]) {
		snprintf(disposition, sizeof disposition, "attachment; filename=\"%s\"",
		    reply->file_name);
		MHD_add_response_header(
		    response, MHD_HTTP_HEADER_CONTENT_DISPOSITION, disposition);
	}
}

/* Strong: the very bytes, in this encoding. */
static void
add_etag(struct answer *answer, struct str body, enum encoding encoding)
{
	static const char marks[] = { 'p', 'g', 'b' };

	snprintf(answer->etag, sizeof answer->etag, "\"%016llx%c\"",
	    (unsigned long long)str_hash(body), marks[encoding]);
	MHD_add_response_header(answer->response, MHD_HTTP_HEADER_ETAG, answer->etag);
}

/* A whole body, compressed when that pays. Takes the bytes over from the reply. */
static struct answer *
whole_answer(struct reply *reply, enum encoding encoding)
{
	struct buf packed = { 0 };
	struct answer *answer;
	struct buf *body = &reply->body;

	if (!encode_pays(reply->type, body->len) ||
	    !encode(encoding, buf_str(body), &packed))
		encoding = ENCODING_PLAIN;
	if (encoding != ENCODING_PLAIN)
		body = &packed;
	answer = answer_new(
	    MHD_create_response_from_buffer(body->len, body->at, MHD_RESPMEM_MUST_COPY),
	    (unsigned)reply->status, body->len);
	add_headers(answer->response, reply);
	if (encoding != ENCODING_PLAIN)
		MHD_add_response_header(answer->response,
		    MHD_HTTP_HEADER_CONTENT_ENCODING, encode_name(encoding));
	if (reply->status == MHD_HTTP_OK)
		add_etag(answer, buf_str(body), encoding);
	buf_done(&packed);
	return answer;
}

/* A long download: the reply goes on being asked for its next part. */
struct download {
	struct shelf *shelf;
	struct reply reply;
	struct encoder *encoder; /* NULL: as it is */
	struct buf packed;
	struct str part; /* of the body or what it became */
	bool begun, over;
};

/* The next bytes to be sent, perhaps none. */
static bool
next_part(struct download *download)
{
	struct reply *reply = &download->reply;

	/* The reply came with its first part. */
	if (download->begun && !site_continue(reply))
		return false;
	download->begun = true;
	download->over = !reply->more;
	download->part = buf_str(&reply->body);
	if (!download->encoder)
		return true;
	download->packed.len = 0;
	if (!encoder_add(
		download->encoder, download->part, download->over, &download->packed))
		return false;
	download->part = buf_str(&download->packed);
	return true;
}

static ssize_t
download_read(void *context, uint64_t at, char *to, size_t room)
{
	struct download *download = context;
	struct str *part = &download->part;
	size_t n;

	(void)at;
	while (part->len == 0) {
		if (download->over)
			return MHD_CONTENT_READER_END_OF_STREAM;
		if (!next_part(download))
			return MHD_CONTENT_READER_END_WITH_ERROR;
	}
	n = part->len < room ? part->len : room;
	memcpy(to, part->at, n);
	*part = str_slice(*part, n, part->len);
	return (ssize_t)n;
}

static void
download_done(void *context)
{
	struct download *download = context;

	encoder_free(download->encoder);
	buf_done(&download->packed);
	reply_done(&download->reply);
	shelf_give_back(download->shelf);
	free(download);
}

/* Takes over the reply and one use of the shelf. */
static struct answer *
long_answer(struct shelf *shelf, const struct reply *reply, enum encoding encoding)
{
	struct download *download = memory_take(1, sizeof *download);
	struct MHD_Response *response;

	*download = (struct download){ .shelf = shelf, .reply = *reply };
	if (encode_pays(reply->type, SIZE_MAX))
		download->encoder = encoder_new(encoding);
	response = MHD_create_response_from_callback(
	    MHD_SIZE_UNKNOWN, PART, download_read, download, download_done);
	add_headers(response, reply);
	if (download->encoder)
		MHD_add_response_header(
		    response, MHD_HTTP_HEADER_CONTENT_ENCODING, encode_name(encoding));
	return answer_new(response, (unsigned)reply->status, 0);
}

static enum MHD_Result
send_answer(struct MHD_Connection *connection, struct answer *answer)
{
	const char *known = MHD_lookup_connection_value(
	    connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH);
	struct MHD_Response *empty;
	enum MHD_Result result;

	if (!known || !answer->etag[0] ||
	    (strcmp(known, "*") != 0 && !strstr(known, answer->etag)))
		return MHD_queue_response(connection, answer->status, answer->response);
	empty = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
	MHD_add_response_header(empty, MHD_HTTP_HEADER_ETAG, answer->etag);
	MHD_add_response_header(empty, "Vary", "Accept-Encoding");
	result = MHD_queue_response(connection, MHD_HTTP_NOT_MODIFIED, empty);
	MHD_destroy_response(empty);
	return result;
}

/* The key of an answer: encoding, then the one address of the page; empty when the
 * answer is not worth keeping. */
static struct str
cache_key(struct str path, struct str query, enum encoding encoding, char *room)
{
	room[0] = (char)('0' + encoding);
	if (!site_canonical(path, query, room + 1, LONGEST_KEY - 1))
		return STR("");
	return (struct str){ .at = room, .len = strlen(room) };
}

static struct answer *
make_answer(struct shelf *shelf, struct str path, struct str query, struct str key,
    enum encoding encoding)
{
	struct answer *answer;
	struct reply reply;

	site_reply(&shelf->site, path, query, &reply);
	if (reply.more)
		return long_answer(shelf, &reply, encoding);
	answer = whole_answer(&reply, encoding);
	if (key.len && reply.status == MHD_HTTP_OK)
		cache_add(shelf->cache, key, answer);
	reply_done(&reply);
	shelf_give_back(shelf);
	return answer;
}

static enum MHD_Result
refuse_method(struct MHD_Connection *connection)
{
	static const char text[] = "only GET and HEAD are answered here\n";
	struct MHD_Response *response = MHD_create_response_from_buffer(
	    sizeof text - 1, (void *)(uintptr_t)text, MHD_RESPMEM_PERSISTENT);
	enum MHD_Result result;

	MHD_add_response_header(response, "Allow", "GET, HEAD");
	MHD_add_response_header(
	    response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; charset=utf-8");
	result = MHD_queue_response(connection, MHD_HTTP_METHOD_NOT_ALLOWED, response);
	MHD_destroy_response(response);
	return result;
}

enum MHD_Result
respond(struct holder *holder, struct MHD_Connection *connection, const char *method,
    struct str target)
{
	struct str query = origin_form(target), path = str_cut(&query, '?');
	enum encoding encoding = encode_choose(MHD_lookup_connection_value(
	    connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_ACCEPT_ENCODING));
	char room[LONGEST_KEY];
	struct str key;
	struct shelf *shelf;
	struct answer *answer;
	enum MHD_Result result;

	if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
		return refuse_method(connection);
	key = cache_key(path, query, encoding, room);
	shelf = holder_take(holder);
	answer = key.len ? cache_find(shelf->cache, key) : NULL;
	if (answer)
		shelf_give_back(shelf);
	else
		answer = make_answer(shelf, path, query, key, encoding);
	result = send_answer(connection, answer);
	answer_drop(answer);
	return result;
}
