"""Prints what a Maildir holds as JSON, read by Python's own mail parser: not ours, so that ours is judged."""
import email, email.policy, json, mailbox, sys

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

box = mailbox.Maildir(sys.argv[1], create=False)
print(json.dumps([read(box[key]) for key in sorted(box.keys())]))
