"""Prints what a Maildir holds as JSON, read by Python's own mail parser: not ours, so that ours is judged."""
import email, email.policy, json, mailbox, re, sys

def read(message):
    message = email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
    text = message.get_body(("plain",))
    return {
        "from": str(message["From"]),
        "to": str(message["X-RcptTo"]),
        "subject": str(message["Subject"]),
        "text": text.get_content() if text else "",
        "raw": message.as_string(),
    }

def arrived(key):
    """A key holds seconds, a part of a second and a count, none with leading zeros: as text they are in no order."""
    return [int(number) for number in re.match(r"(\d+)\.M(\d+)P\d+Q(\d+)", key).groups()]

box = mailbox.Maildir(sys.argv[1], create=False)
print(json.dumps([read(box[key]) for key in sorted(box.keys(), key=arrived)]))
