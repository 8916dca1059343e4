-- Searches for another text each time, so that no response comes from the cache.
local count = 0
request = function()
  count = count + 1
  return wrk.format("GET", string.format("/api/v1/tasks/?search=report%%20%d", count))
end
