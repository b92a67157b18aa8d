// Generated from specs/openapi by `npm run derive`. Do not edit.
import type { ApiVersion } from '../../traffic/operation.ts';
import type { Definitions } from '../self-contained.ts';

/** The JSON Schemas of each version, referring to each other as `#/$defs/name`. */
export const definitions: Readonly<Record<ApiVersion, Definitions>> = {
  "v1.0": {
    "timeCardState": {
      "title": "TimeCardState",
      "description": "The current state of the card. The sentinel unknownFutureValue is never sent.",
      "type": "string",
      "enum": [
        "clockedIn",
        "onBreak",
        "clockedOut"
      ]
    },
    "confirmedBy": {
      "title": "ConfirmedBy",
      "description": "Who confirmed the card: a set of none, user and manager, separated by commas.",
      "type": "string",
      "pattern": "^(?:none|user|manager)(?:,(?:none|user|manager))*$"
    },
    "bodyType": {
      "title": "BodyType",
      "description": "How content is written.",
      "type": "string",
      "enum": [
        "text",
        "html"
      ]
    },
    "itemBody": {
      "title": "ItemBody",
      "description": "Notes.",
      "type": "object",
      "properties": {
        "content": {
          "description": "The text of the notes.",
          "type": [
            "string",
            "null"
          ]
        },
        "contentType": {
          "anyOf": [
            {
              "$ref": "#/$defs/bodyType"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "identity": {
      "title": "Identity",
      "description": "A user, device or application. The id may be missing where it is not known.",
      "type": "object",
      "properties": {
        "id": {
          "description": "The id.",
          "type": [
            "string",
            "null"
          ]
        },
        "displayName": {
          "description": "The name, possibly out of date.",
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "identitySet": {
      "title": "IdentitySet",
      "description": "Who did something. An open type: further members may appear.",
      "type": "object",
      "properties": {
        "application": {
          "anyOf": [
            {
              "$ref": "#/$defs/identity"
            },
            {
              "type": "null"
            }
          ]
        },
        "device": {
          "anyOf": [
            {
              "$ref": "#/$defs/identity"
            },
            {
              "type": "null"
            }
          ]
        },
        "user": {
          "anyOf": [
            {
              "$ref": "#/$defs/identity"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "timeCardEvent": {
      "title": "TimeCardEvent",
      "description": "A moment at which somebody clocked in or out, or began or ended a break.",
      "type": "object",
      "required": [
        "dateTime"
      ],
      "properties": {
        "dateTime": {
          "description": "When it happened, in UTC.",
          "type": "string",
          "format": "date-time"
        },
        "isAtApprovedLocation": {
          "description": "Whether this happened at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "notes": {
          "description": "Notes about the event.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "timeCardBreak": {
      "title": "TimeCardBreak",
      "description": "A break. An open one has no end.",
      "type": "object",
      "required": [
        "start"
      ],
      "properties": {
        "breakId": {
          "description": "The id of the break.",
          "type": [
            "string",
            "null"
          ]
        },
        "start": {
          "$ref": "#/$defs/timeCardEvent"
        },
        "end": {
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "notes": {
          "description": "Notes about the break as a whole.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "timeCardEntry": {
      "title": "TimeCardEntry",
      "description": "What a card said before it was edited.",
      "type": "object",
      "properties": {
        "clockInEvent": {
          "description": "When the user clocked in.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockOutEvent": {
          "description": "When the user clocked out.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "breaks": {
          "description": "The breaks of the card.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCardBreak"
          }
        }
      }
    },
    "timeCard": {
      "title": "TimeCard",
      "description": "A time card of a schedule.",
      "type": "object",
      "required": [
        "id"
      ],
      "properties": {
        "id": {
          "description": "The key of the card. Opaque.",
          "type": "string"
        },
        "createdDateTime": {
          "description": "When the card was made, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "createdBy": {
          "description": "Who made the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ]
        },
        "lastModifiedDateTime": {
          "description": "When the card was last changed, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "lastModifiedBy": {
          "description": "Who last changed the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ]
        },
        "userId": {
          "description": "The user whose card it is.",
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardState"
            },
            {
              "type": "null"
            }
          ]
        },
        "confirmedBy": {
          "anyOf": [
            {
              "$ref": "#/$defs/confirmedBy"
            },
            {
              "type": "null"
            }
          ]
        },
        "notes": {
          "description": "Notes about the card as a whole.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockInEvent": {
          "description": "When the user clocked in.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockOutEvent": {
          "description": "When the user clocked out.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "breaks": {
          "description": "The breaks of the card.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCardBreak"
          }
        },
        "originalEntry": {
          "description": "The entry before it was edited.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEntry"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "timeCardCollection": {
      "title": "TimeCardCollection",
      "description": "One page of time cards. More remain where there is a link to the next page.",
      "type": "object",
      "required": [
        "value"
      ],
      "properties": {
        "value": {
          "description": "The cards of this page.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCard"
          }
        },
        "@odata.nextLink": {
          "description": "To be followed as it is.",
          "type": "string",
          "format": "uri-reference"
        }
      }
    },
    "innerError": {
      "title": "InnerError",
      "description": "More about an error, possibly nested.",
      "type": "object",
      "properties": {
        "code": {
          "description": "A more specific code.",
          "type": [
            "string",
            "null"
          ]
        },
        "date": {
          "description": "When the error happened.",
          "type": [
            "string",
            "null"
          ]
        },
        "request-id": {
          "description": "The id of the request, as the service gave it.",
          "type": [
            "string",
            "null"
          ]
        },
        "client-request-id": {
          "description": "The id of the request, as the client gave it.",
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "error": {
      "title": "GraphError",
      "description": "What every refusal answers.",
      "type": "object",
      "required": [
        "error"
      ],
      "properties": {
        "error": {
          "title": "GraphErrorDetail",
          "type": "object",
          "required": [
            "code",
            "message"
          ],
          "properties": {
            "code": {
              "description": "For programs to branch on.",
              "type": "string"
            },
            "message": {
              "description": "For people to read; may change.",
              "type": "string"
            },
            "innerError": {
              "anyOf": [
                {
                  "$ref": "#/$defs/innerError"
                },
                {
                  "type": "null"
                }
              ]
            },
            "innererror": {
              "anyOf": [
                {
                  "$ref": "#/$defs/innerError"
                },
                {
                  "type": "null"
                }
              ]
            }
          }
        }
      }
    },
    "createRequest": {
      "title": "CreateRequest",
      "description": "A new time card.",
      "type": "object",
      "properties": {
        "id": {
          "description": "The key of the card.",
          "type": "string",
          "readOnly": true
        },
        "createdDateTime": {
          "description": "When the card was made, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "readOnly": true
        },
        "createdBy": {
          "description": "Who made the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "lastModifiedDateTime": {
          "description": "When the card was last changed, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "readOnly": true
        },
        "lastModifiedBy": {
          "description": "Who last changed the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "userId": {
          "description": "The user whose card it is.",
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardState"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "confirmedBy": {
          "description": "Who confirmed the card.",
          "anyOf": [
            {
              "type": "string",
              "pattern": "^(?:[Nn]one|[Uu]ser|[Mm]anager)(?:,(?:[Nn]one|[Uu]ser|[Mm]anager))*$"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "notes": {
          "description": "Notes about the card as a whole.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockInEvent": {
          "description": "When the user clocked in.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockOutEvent": {
          "description": "When the user clocked out.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "breaks": {
          "description": "The breaks of the card.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCardBreak"
          }
        },
        "originalEntry": {
          "description": "The entry before it was edited.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEntry"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        }
      }
    },
    "replaceRequest": {
      "title": "ReplaceRequest",
      "description": "What a time card shall be.",
      "type": "object",
      "properties": {
        "id": {
          "description": "The key of the card.",
          "type": "string",
          "readOnly": true
        },
        "createdDateTime": {
          "description": "When the card was made, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "readOnly": true
        },
        "createdBy": {
          "description": "Who made the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "lastModifiedDateTime": {
          "description": "When the card was last changed, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "readOnly": true
        },
        "lastModifiedBy": {
          "description": "Who last changed the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "userId": {
          "description": "The user whose card it is.",
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardState"
            },
            {
              "type": "null"
            }
          ]
        },
        "confirmedBy": {
          "description": "Who confirmed the card.",
          "anyOf": [
            {
              "type": "string",
              "pattern": "^(?:[Nn]one|[Uu]ser|[Mm]anager)(?:,(?:[Nn]one|[Uu]ser|[Mm]anager))*$"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "notes": {
          "description": "Notes about the card as a whole.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockInEvent": {
          "description": "When the user clocked in.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockOutEvent": {
          "description": "When the user clocked out.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "breaks": {
          "description": "The breaks of the card.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCardBreak"
          }
        },
        "originalEntry": {
          "description": "The entry before it was edited.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEntry"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        }
      }
    },
    "clockInRequest": {
      "title": "ClockInRequest",
      "type": "object",
      "properties": {
        "isAtApprovedLocation": {
          "description": "Whether this happens at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "notes": {
          "description": "Notes for the event that the call makes.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        },
        "onBehalfOfUserId": {
          "description": "The user to clock in on behalf of.",
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "clockOutRequest": {
      "title": "ClockOutRequest",
      "type": "object",
      "properties": {
        "isAtApprovedLocation": {
          "description": "Whether this happens at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "notes": {
          "description": "Notes for the event that the call makes.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "startBreakRequest": {
      "title": "StartBreakRequest",
      "type": "object",
      "properties": {
        "isAtApprovedLocation": {
          "description": "Whether this happens at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "notes": {
          "description": "Notes for the event that the call makes.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "endBreakRequest": {
      "title": "EndBreakRequest",
      "type": "object",
      "properties": {
        "isAtApprovedLocation": {
          "description": "Whether this happens at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "notes": {
          "description": "Notes for the event that the call makes.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    }
  },
  "beta": {
    "timeCardState": {
      "title": "TimeCardState",
      "description": "The current state of the card. The sentinel unknownFutureValue is never sent.",
      "type": "string",
      "enum": [
        "clockedIn",
        "onBreak",
        "clockedOut"
      ]
    },
    "confirmedBy": {
      "title": "ConfirmedBy",
      "description": "Who confirmed the card: a set of none, user and manager, separated by commas.",
      "type": "string",
      "pattern": "^(?:none|user|manager)(?:,(?:none|user|manager))*$"
    },
    "bodyType": {
      "title": "BodyType",
      "description": "How content is written.",
      "type": "string",
      "enum": [
        "text",
        "html"
      ]
    },
    "itemBody": {
      "title": "ItemBody",
      "description": "Notes.",
      "type": "object",
      "properties": {
        "content": {
          "description": "The text of the notes.",
          "type": [
            "string",
            "null"
          ]
        },
        "contentType": {
          "anyOf": [
            {
              "$ref": "#/$defs/bodyType"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "identity": {
      "title": "Identity",
      "description": "A user, device or application. The id may be missing where it is not known.",
      "type": "object",
      "properties": {
        "id": {
          "description": "The id.",
          "type": [
            "string",
            "null"
          ]
        },
        "displayName": {
          "description": "The name, possibly out of date.",
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "identitySet": {
      "title": "IdentitySet",
      "description": "Who did something. An open type: further members may appear.",
      "type": "object",
      "properties": {
        "application": {
          "anyOf": [
            {
              "$ref": "#/$defs/identity"
            },
            {
              "type": "null"
            }
          ]
        },
        "device": {
          "anyOf": [
            {
              "$ref": "#/$defs/identity"
            },
            {
              "type": "null"
            }
          ]
        },
        "user": {
          "anyOf": [
            {
              "$ref": "#/$defs/identity"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "timeCardEvent": {
      "title": "TimeCardEvent",
      "description": "A moment at which somebody clocked in or out, or began or ended a break.",
      "type": "object",
      "required": [
        "dateTime"
      ],
      "properties": {
        "dateTime": {
          "description": "When it happened, in UTC.",
          "type": "string",
          "format": "date-time"
        },
        "isAtApprovedLocation": {
          "description": "Whether this happened at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "atApprovedLocation": {
          "description": "The former name of isAtApprovedLocation, which takes precedence.",
          "type": [
            "boolean",
            "null"
          ],
          "deprecated": true
        },
        "notes": {
          "description": "Notes about the event.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "timeCardBreak": {
      "title": "TimeCardBreak",
      "description": "A break. An open one has no end.",
      "type": "object",
      "required": [
        "start"
      ],
      "properties": {
        "breakId": {
          "description": "The id of the break.",
          "type": [
            "string",
            "null"
          ]
        },
        "start": {
          "$ref": "#/$defs/timeCardEvent"
        },
        "end": {
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "notes": {
          "description": "Notes about the break as a whole.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "timeCardEntry": {
      "title": "TimeCardEntry",
      "description": "What a card said before it was edited.",
      "type": "object",
      "properties": {
        "clockInEvent": {
          "description": "When the user clocked in.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockOutEvent": {
          "description": "When the user clocked out.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "breaks": {
          "description": "The breaks of the card.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCardBreak"
          }
        }
      }
    },
    "timeCard": {
      "title": "TimeCard",
      "description": "A time card of a schedule.",
      "type": "object",
      "required": [
        "id"
      ],
      "properties": {
        "id": {
          "description": "The key of the card. Opaque.",
          "type": "string"
        },
        "createdDateTime": {
          "description": "When the card was made, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "createdBy": {
          "description": "Who made the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ]
        },
        "lastModifiedDateTime": {
          "description": "When the card was last changed, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "lastModifiedBy": {
          "description": "Who last changed the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ]
        },
        "userId": {
          "description": "The user whose card it is.",
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardState"
            },
            {
              "type": "null"
            }
          ]
        },
        "confirmedBy": {
          "anyOf": [
            {
              "$ref": "#/$defs/confirmedBy"
            },
            {
              "type": "null"
            }
          ]
        },
        "notes": {
          "description": "Notes about the card as a whole.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockInEvent": {
          "description": "When the user clocked in.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockOutEvent": {
          "description": "When the user clocked out.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "breaks": {
          "description": "The breaks of the card.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCardBreak"
          }
        },
        "originalEntry": {
          "description": "The entry before it was edited.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEntry"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "timeCardCollection": {
      "title": "TimeCardCollection",
      "description": "One page of time cards. More remain where there is a link to the next page.",
      "type": "object",
      "required": [
        "value"
      ],
      "properties": {
        "value": {
          "description": "The cards of this page.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCard"
          }
        },
        "@odata.nextLink": {
          "description": "To be followed as it is.",
          "type": "string",
          "format": "uri-reference"
        }
      }
    },
    "innerError": {
      "title": "InnerError",
      "description": "More about an error, possibly nested.",
      "type": "object",
      "properties": {
        "code": {
          "description": "A more specific code.",
          "type": [
            "string",
            "null"
          ]
        },
        "date": {
          "description": "When the error happened.",
          "type": [
            "string",
            "null"
          ]
        },
        "request-id": {
          "description": "The id of the request, as the service gave it.",
          "type": [
            "string",
            "null"
          ]
        },
        "client-request-id": {
          "description": "The id of the request, as the client gave it.",
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "error": {
      "title": "GraphError",
      "description": "What every refusal answers.",
      "type": "object",
      "required": [
        "error"
      ],
      "properties": {
        "error": {
          "title": "GraphErrorDetail",
          "type": "object",
          "required": [
            "code",
            "message"
          ],
          "properties": {
            "code": {
              "description": "For programs to branch on.",
              "type": "string"
            },
            "message": {
              "description": "For people to read; may change.",
              "type": "string"
            },
            "innerError": {
              "anyOf": [
                {
                  "$ref": "#/$defs/innerError"
                },
                {
                  "type": "null"
                }
              ]
            },
            "innererror": {
              "anyOf": [
                {
                  "$ref": "#/$defs/innerError"
                },
                {
                  "type": "null"
                }
              ]
            }
          }
        }
      }
    },
    "createRequest": {
      "title": "CreateRequest",
      "description": "A new time card.",
      "type": "object",
      "properties": {
        "id": {
          "description": "The key of the card.",
          "type": "string",
          "readOnly": true
        },
        "createdDateTime": {
          "description": "When the card was made, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "readOnly": true
        },
        "createdBy": {
          "description": "Who made the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "lastModifiedDateTime": {
          "description": "When the card was last changed, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "readOnly": true
        },
        "lastModifiedBy": {
          "description": "Who last changed the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "userId": {
          "description": "The user whose card it is.",
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardState"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "confirmedBy": {
          "description": "Who confirmed the card.",
          "anyOf": [
            {
              "type": "string",
              "pattern": "^(?:[Nn]one|[Uu]ser|[Mm]anager)(?:,(?:[Nn]one|[Uu]ser|[Mm]anager))*$"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "notes": {
          "description": "Notes about the card as a whole.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockInEvent": {
          "description": "When the user clocked in.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockOutEvent": {
          "description": "When the user clocked out.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "breaks": {
          "description": "The breaks of the card.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCardBreak"
          }
        },
        "originalEntry": {
          "description": "The entry before it was edited.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEntry"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        }
      }
    },
    "replaceRequest": {
      "title": "ReplaceRequest",
      "description": "What a time card shall be.",
      "type": "object",
      "properties": {
        "id": {
          "description": "The key of the card.",
          "type": "string",
          "readOnly": true
        },
        "createdDateTime": {
          "description": "When the card was made, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "readOnly": true
        },
        "createdBy": {
          "description": "Who made the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "lastModifiedDateTime": {
          "description": "When the card was last changed, in UTC.",
          "type": [
            "string",
            "null"
          ],
          "format": "date-time",
          "readOnly": true
        },
        "lastModifiedBy": {
          "description": "Who last changed the card.",
          "anyOf": [
            {
              "$ref": "#/$defs/identitySet"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "userId": {
          "description": "The user whose card it is.",
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardState"
            },
            {
              "type": "null"
            }
          ]
        },
        "confirmedBy": {
          "description": "Who confirmed the card.",
          "anyOf": [
            {
              "type": "string",
              "pattern": "^(?:[Nn]one|[Uu]ser|[Mm]anager)(?:,(?:[Nn]one|[Uu]ser|[Mm]anager))*$"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        },
        "notes": {
          "description": "Notes about the card as a whole.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockInEvent": {
          "description": "When the user clocked in.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "clockOutEvent": {
          "description": "When the user clocked out.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEvent"
            },
            {
              "type": "null"
            }
          ]
        },
        "breaks": {
          "description": "The breaks of the card.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/timeCardBreak"
          }
        },
        "originalEntry": {
          "description": "The entry before it was edited.",
          "anyOf": [
            {
              "$ref": "#/$defs/timeCardEntry"
            },
            {
              "type": "null"
            }
          ],
          "readOnly": true
        }
      }
    },
    "clockInRequest": {
      "title": "ClockInRequest",
      "type": "object",
      "properties": {
        "isAtApprovedLocation": {
          "description": "Whether this happens at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "atApprovedLocation": {
          "description": "The former name of isAtApprovedLocation, which takes precedence.",
          "type": [
            "boolean",
            "null"
          ],
          "deprecated": true
        },
        "notes": {
          "description": "Notes for the event that the call makes.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        },
        "onBehalfOfUserId": {
          "description": "The user to clock in on behalf of.",
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "clockOutRequest": {
      "title": "ClockOutRequest",
      "type": "object",
      "properties": {
        "isAtApprovedLocation": {
          "description": "Whether this happens at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "atApprovedLocation": {
          "description": "The former name of isAtApprovedLocation, which takes precedence.",
          "type": [
            "boolean",
            "null"
          ],
          "deprecated": true
        },
        "notes": {
          "description": "Notes for the event that the call makes.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "startBreakRequest": {
      "title": "StartBreakRequest",
      "type": "object",
      "properties": {
        "isAtApprovedLocation": {
          "description": "Whether this happens at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "atApprovedLocation": {
          "description": "The former name of isAtApprovedLocation, which takes precedence.",
          "type": [
            "boolean",
            "null"
          ],
          "deprecated": true
        },
        "notes": {
          "description": "Notes for the event that the call makes.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "endBreakRequest": {
      "title": "EndBreakRequest",
      "type": "object",
      "properties": {
        "isAtApprovedLocation": {
          "description": "Whether this happens at an approved location.",
          "type": [
            "boolean",
            "null"
          ]
        },
        "atApprovedLocation": {
          "description": "The former name of isAtApprovedLocation, which takes precedence.",
          "type": [
            "boolean",
            "null"
          ],
          "deprecated": true
        },
        "notes": {
          "description": "Notes for the event that the call makes.",
          "anyOf": [
            {
              "$ref": "#/$defs/itemBody"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "confirmForUserRequest": {
      "title": "ConfirmForUserRequest",
      "type": "object",
      "required": [
        "userId"
      ],
      "properties": {
        "userId": {
          "description": "The user who confirms the card.",
          "type": "string"
        }
      }
    }
  }
};
